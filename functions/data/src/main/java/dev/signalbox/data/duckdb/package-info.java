/// The one way to DuckDB: sessions with bounded memory, quoting of names and values, rows out, and failures
/// in our own terms. Nothing else in the module touches JDBC connections.
@NullMarked
package dev.signalbox.data.duckdb;

import org.jspecify.annotations.NullMarked;
