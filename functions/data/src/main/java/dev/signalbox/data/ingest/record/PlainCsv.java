package dev.signalbox.data.ingest.record;

import java.nio.file.Path;

/// A delimited file that any reader cuts into the same records.
///
/// @param file in UTF-8
/// @param delimiter between fields
/// @param quote around fields; 0 where no field has any
/// @param skippedLines before the first record
/// @param oneLineRecords whether no record spans lines, so that the file can be read in parallel
/// @param longestBytes of a record
public record PlainCsv(
        Path file, char delimiter, char quote, long skippedLines, boolean oneLineRecords, int longestBytes) {}
