package dev.signalbox.data.ingest.record;

import java.util.List;

/// What the first records of a delimited file tell of all of it.
///
/// @param dialect how it is written
/// @param width fields of a record
/// @param names of the columns, empty texts where there are none
/// @param header whether the names stand in the file
/// @param offsetBytes where the first record after the header begins
/// @param skippedLines lines before the first record, the header among them
/// @param notes for people: lines that were skipped and the like; may be empty
record CsvFile(
        CsvDialect dialect,
        int width,
        List<String> names,
        boolean header,
        long offsetBytes,
        long skippedLines,
        String notes) {}
