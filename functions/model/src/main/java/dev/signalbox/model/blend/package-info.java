/// The stage that combines candidates into one, by their predictions for the validation rows.
@NullMarked
package dev.signalbox.model.blend;

import org.jspecify.annotations.NullMarked;
