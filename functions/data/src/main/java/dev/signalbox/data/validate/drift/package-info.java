/// Has the data moved away from what the champion learned from? Compared bin by bin with the champion's own
/// profile; a column has drifted where the shift is large (population stability index) and could not well be
/// chance (a test).
@NullMarked
package dev.signalbox.data.validate.drift;

import org.jspecify.annotations.NullMarked;
