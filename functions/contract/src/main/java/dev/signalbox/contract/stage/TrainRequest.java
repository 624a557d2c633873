package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.PreparedRef;
import org.jspecify.annotations.Nullable;

/// Train one candidate.
///
/// @param run the run
/// @param prepared the matrices
/// @param candidate what to train
/// @param changes null at the first try
public record TrainRequest(
        RunRef run,
        PreparedRef prepared,
        CandidateSpec candidate,
        @Nullable RetryChanges changes) implements StageRequest {
    public TrainRequest {
        Require.present(run, "run");
        Require.present(prepared, "prepared");
        Require.present(candidate, "candidate");
    }
}
