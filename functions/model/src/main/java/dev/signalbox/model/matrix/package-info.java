/// Rows and features as numbers in a compact typed file, which `Train`, `Evaluate` and one-row `Predict`
/// read without a database.
@NullMarked
package dev.signalbox.model.matrix;

import org.jspecify.annotations.NullMarked;
