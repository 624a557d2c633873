/// Validate on small tables written by hand and on tables like real ones.
@NullMarked
package dev.signalbox.data.validate;

import org.jspecify.annotations.NullMarked;
