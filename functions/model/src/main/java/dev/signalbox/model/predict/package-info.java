/// The stage `Predict`: scores rows with the champion, by the features that were fitted for it.
@NullMarked
package dev.signalbox.model.predict;

import org.jspecify.annotations.NullMarked;
