package dev.signalbox.data.ingest;

import dev.signalbox.contract.stage.RowCounts;
import java.nio.file.Path;
import java.util.List;

/// A source as typed Parquet.
///
/// @param file the Parquet file, in the work folder
/// @param columns of the table
/// @param rows where the rows went
/// @param format what was found
record Loaded(Path file, List<Column> columns, RowCounts rows, String format) {}
