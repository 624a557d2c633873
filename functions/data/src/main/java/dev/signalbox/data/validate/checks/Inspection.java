package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.data.validate.datacontract.DataContract;
import dev.signalbox.data.validate.profile.ScannedColumn;
import dev.signalbox.data.validate.profile.ScannedDataset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that a check may look at.
///
/// @param config of the pipeline
/// @param counts of the rows that were read and set aside
/// @param dataset as it was scanned
/// @param profile as profile.json has it
/// @param contract in force; null before the first, and when it is to be inferred anew
/// @param champion the profile that the champion learned from; null where there is none
/// @param holdout that the user brought; null for none
/// @param dropped columns that a decision of this run took out on purpose
public record Inspection(
        PipelineConfig config,
        RowCounts counts,
        ScannedDataset dataset,
        DatasetProfile profile,
        @Nullable DataContract contract,
        @Nullable DatasetProfile champion,
        @Nullable HoldoutScan holdout,
        Set<String> dropped) {
    public Inspection {
        dropped = Set.copyOf(dropped);
    }

    /// The column to predict; null where the table lacks it.
    public @Nullable ScannedColumn target() {
        return dataset.column(config.target());
    }

    /// Columns that a model may learn from, in the order of the table.
    public List<ScannedColumn> features() {
        return dataset.columns().values().stream()
                .filter(column -> !isTarget(column) && !config.ignoredColumns().contains(column.name()))
                .toList();
    }

    /// Features that may be taken out: all but the column that the split needs.
    public List<ScannedColumn> droppable() {
        return features().stream()
                .filter(column -> !column.name().equals(config.split().column()))
                .toList();
    }

    /// Features and the target, in the order of the table.
    public Collection<ScannedColumn> used() {
        return dataset.columns().values().stream()
                .filter(column -> isTarget(column) || !config.ignoredColumns().contains(column.name()))
                .toList();
    }

    /// Whether a column is the target.
    public boolean isTarget(ScannedColumn column) {
        return column.name().equals(config.target());
    }

    /// Rows of the table.
    public long rows() {
        return dataset.rows();
    }
}
