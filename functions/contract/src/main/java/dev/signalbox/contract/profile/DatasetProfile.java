package dev.signalbox.contract.profile;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// profile.json.
///
/// @param rows of the dataset
/// @param columns in the order of the table
/// @param duplicateRows rows that repeat an earlier one
/// @param target the column to predict
/// @param task as configured or found; null where the target is missing or constant
public record DatasetProfile(
        long rows,
        List<ColumnProfile> columns,
        long duplicateRows,
        String target,
        @Nullable Task task) {
    public DatasetProfile {
        columns = Require.listOrEmpty(columns);
        Require.notBlank(target, "target");
    }

    /// The column of that name, if there is one.
    public java.util.Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
