package dev.signalbox.model.table;

import dev.signalbox.contract.action.ColumnType;

/// Numbers, truth values as 0 and 1, or points in time as seconds since 1970 in UTC.
///
/// @param name as it stands in the data
/// @param type any but text
/// @param values one a row; NaN is missing
// Copying 100 MB arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
public record NumberColumn(String name, ColumnType type, double[] values) implements TableColumn {}
