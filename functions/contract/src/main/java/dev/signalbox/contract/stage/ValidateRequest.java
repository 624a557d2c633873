package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.DatasetRef;
import org.jspecify.annotations.Nullable;

/// Judge a dataset.
///
/// @param run the run
/// @param dataset from Ingest or Repair
/// @param holdout brought by the user
/// @param rows from Ingest
/// @param changes null at the first try; its threads alone count: every row is judged
public record ValidateRequest(
        RunRef run,
        DatasetRef dataset,
        @Nullable DatasetRef holdout,
        RowCounts rows,
        @Nullable RetryChanges changes) implements StageRequest {
    public ValidateRequest {
        Require.present(run, "run");
        Require.present(dataset, "dataset");
        Require.present(rows, "rows");
    }

    /// At the first try.
    public ValidateRequest(RunRef run, DatasetRef dataset, @Nullable DatasetRef holdout, RowCounts rows) {
        this(run, dataset, holdout, rows, null);
    }
}
