/// A dataset's columns in memory, and the one reader of Parquet that `Prepare` and `Predict` share.
@NullMarked
package dev.signalbox.model.table;

import org.jspecify.annotations.NullMarked;
