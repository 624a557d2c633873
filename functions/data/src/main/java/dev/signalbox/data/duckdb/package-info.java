/// The one way to DuckDB in this module: sessions, quoting of names and values, rows out, Parquet files. Nothing
/// else here touches JDBC connections. Bounds and failures are those of [dev.signalbox.runtime.duckdb].
@NullMarked
package dev.signalbox.data.duckdb;

import org.jspecify.annotations.NullMarked;
