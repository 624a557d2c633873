package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.DatasetRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The changed dataset.
///
/// @param dataset as it is now
/// @param holdout likewise
/// @param effects one a repair, in order
public record RepairResult(DatasetRef dataset, @Nullable DatasetRef holdout, List<RepairEffect> effects) {
    public RepairResult {
        Require.present(dataset, "dataset");
        effects = Require.listOrEmpty(effects);
    }
}
