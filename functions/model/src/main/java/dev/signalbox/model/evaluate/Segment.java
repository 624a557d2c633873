package dev.signalbox.model.evaluate;

/// Rows that share a category or a range of a feature.
///
/// @param column the source column
/// @param value a category, a range such as `[1.5, 3)`, or `missing`; it came from the data
/// @param rows places in the matrix, ascending
// Row numbers are read in hot loops; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
public record Segment(String column, String value, int[] rows) {}
