/// Datasets for tests, made by DuckDB.
package dev.signalbox.model.testing;
