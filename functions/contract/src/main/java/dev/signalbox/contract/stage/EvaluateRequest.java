package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compare candidates on validation data.
///
/// @param run the run
/// @param prepared the matrices
/// @param candidates all of the run so far, 1 or more
/// @param changes null at the first try; its threads alone count: candidates are compared on all rows
public record EvaluateRequest(
        RunRef run,
        PreparedRef prepared,
        List<CandidateRef> candidates,
        @Nullable RetryChanges changes) implements StageRequest {
    public EvaluateRequest {
        Require.present(run, "run");
        Require.present(prepared, "prepared");
        candidates = Require.listOrEmpty(candidates);
        Require.inRange(candidates.size(), 1, 500, "candidates");
    }

    /// At the first try.
    public EvaluateRequest(RunRef run, PreparedRef prepared, List<CandidateRef> candidates) {
        this(run, prepared, candidates, null);
    }
}
