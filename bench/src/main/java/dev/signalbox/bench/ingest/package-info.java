/// Ingest against DuckDB alone: the same CSV to Parquet, in time and in memory.
@NullMarked
package dev.signalbox.bench.ingest;

import org.jspecify.annotations.NullMarked;
