/// Transforms from a dataset's columns to the features of a matrix: fitted on training rows alone, saved as
/// data (`features.json`), and applied by the one same code in training and in prediction.
@NullMarked
package dev.signalbox.model.features;

import org.jspecify.annotations.NullMarked;
