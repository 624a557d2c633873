package dev.signalbox.model.table;

import java.util.List;
import java.util.Optional;

/// Rows of a dataset, by column.
///
/// @param columns in the order of the dataset
/// @param rowIds 0-based row numbers in the dataset, ascending, one a row
// Copying 100 MB arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
public record Table(List<TableColumn> columns, long[] rowIds) {
    /// The number of rows.
    public int rows() {
        return rowIds.length;
    }

    /// The column of that name, if it was read.
    public Optional<TableColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
