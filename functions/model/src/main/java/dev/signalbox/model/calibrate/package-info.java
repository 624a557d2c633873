/// Probabilities that mean what they say: calibrators learned on validation predictions, kept only where
/// cross-fitting shows that they help.
@NullMarked
package dev.signalbox.model.calibrate;

import org.jspecify.annotations.NullMarked;
