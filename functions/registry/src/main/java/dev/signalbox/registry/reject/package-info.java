/// A run ends without a new champion, and says why.
@NullMarked
package dev.signalbox.registry.reject;

import org.jspecify.annotations.NullMarked;
