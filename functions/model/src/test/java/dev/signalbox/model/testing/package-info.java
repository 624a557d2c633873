/// Datasets for tests, made by DuckDB.
@NullMarked
package dev.signalbox.model.testing;

import org.jspecify.annotations.NullMarked;
