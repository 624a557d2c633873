/// An earlier model becomes champion again, as a new version.
@NullMarked
package dev.signalbox.registry.rollback;

import org.jspecify.annotations.NullMarked;
