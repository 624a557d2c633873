package dev.signalbox.model.table;

import dev.signalbox.contract.action.ColumnType;
import java.util.List;

/// What is read of a Parquet file.
///
/// @param columns in order
/// @param lenient whether a value that does not fit its type is missing instead of a failure
/// @param fraction share of the rows, chosen by `seed` and row number alone; 1 for all
/// @param seed of that choice
public record TableRequest(List<Column> columns, boolean lenient, double fraction, long seed) {
    /// A column and the type that it is read as.
    ///
    /// @param name as it stands in the data
    /// @param type wanted
    public record Column(String name, ColumnType type) {}
}
