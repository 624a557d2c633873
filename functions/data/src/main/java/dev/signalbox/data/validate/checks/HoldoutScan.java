package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.data.validate.profile.ScannedDataset;
import dev.signalbox.data.validate.profile.TableColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A holdout that the user brought.
///
/// @param columns as the file has them
/// @param counts of its rows that were read and set aside
/// @param scan of the columns that the dataset has as well, with the same type; null where the columns
///     differ
public record HoldoutScan(
        List<TableColumn> columns,
        RowCounts counts,
        @Nullable ScannedDataset scan) {
    public HoldoutScan {
        columns = List.copyOf(columns);
    }
}
