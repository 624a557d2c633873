/// The champion moves, after everything that speaks for it was read again.
@NullMarked
package dev.signalbox.registry.promote;

import org.jspecify.annotations.NullMarked;
