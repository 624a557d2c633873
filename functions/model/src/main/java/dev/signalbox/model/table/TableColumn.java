package dev.signalbox.model.table;

import dev.signalbox.contract.action.ColumnType;

/// A column of a [Table], one entry a row. The arrays are shared, not copied: whoever gets a column reads
/// only.
public sealed interface TableColumn permits NumberColumn, TextColumn {
    /// As it stands in the data.
    String name();

    /// The type in the dataset.
    ColumnType type();
}
