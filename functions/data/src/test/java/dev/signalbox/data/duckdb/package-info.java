/// Tests of the way to DuckDB.
@NullMarked
package dev.signalbox.data.duckdb;

import org.jspecify.annotations.NullMarked;
