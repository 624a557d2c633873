package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.DatasetRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Change a dataset.
///
/// @param run the run
/// @param dataset as it is
/// @param holdout brought by the user; columns are repaired alike, rows are kept
/// @param repairs in order
public record RepairRequest(
        RunRef run, DatasetRef dataset, @Nullable DatasetRef holdout, List<Repair> repairs) implements StageRequest {
    public RepairRequest {
        Require.present(run, "run");
        Require.present(dataset, "dataset");
        repairs = Require.listOrEmpty(repairs);
        Require.inRange(repairs.size(), 1, 20, "repairs");
    }
}
