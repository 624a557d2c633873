package dev.signalbox.model.table;

import dev.signalbox.contract.action.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts, each different one kept once.
///
/// @param name as it stands in the data
/// @param codes one a row: a place in `values`; -1 is missing
/// @param values the different texts in the order of their first row
// Copying 100 MB arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
public record TextColumn(String name, int[] codes, List<String> values) implements TableColumn {
    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    /// The text of a row; null is missing.
    public @Nullable String at(int row) {
        return codes[row] < 0 ? null : values.get(codes[row]);
    }
}
