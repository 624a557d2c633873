package dev.signalbox.contract.reading;

import dev.signalbox.contract.Require;
import java.util.List;
import java.util.Optional;

/// reading.json: how a dataset came out of raw rows. Repairs of rows are not in it: whoever is scored gets an
/// answer.
///
/// @param columns of the dataset, in order
/// @param dropped names of raw columns that were taken out; they came from the data
public record TableReading(List<ColumnReading> columns, List<String> dropped) {
    public TableReading {
        columns = Require.listOrEmpty(columns);
        dropped = Require.listOrEmpty(dropped);
    }

    /// The column of that name, if the dataset has it.
    public Optional<ColumnReading> column(String name) {
        return columns.stream().filter(column -> column.column().equals(name)).findFirst();
    }
}
