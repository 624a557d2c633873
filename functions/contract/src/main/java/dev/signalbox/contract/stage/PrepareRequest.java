package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import org.jspecify.annotations.Nullable;

/// Split, then fit transforms on the training part alone.
///
/// @param run the run
/// @param dataset usable
/// @param holdout brought by the user; replaces the split's
/// @param profile from Validate
/// @param changes null at the first try
public record PrepareRequest(
        RunRef run,
        DatasetRef dataset,
        @Nullable DatasetRef holdout,
        ArtifactRef profile,
        @Nullable RetryChanges changes)
        implements StageRequest {
    public PrepareRequest {
        Require.present(run, "run");
        Require.present(dataset, "dataset");
        Require.present(profile, "profile");
    }
}
