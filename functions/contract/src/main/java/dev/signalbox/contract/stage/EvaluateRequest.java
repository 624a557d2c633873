package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import java.util.List;

/// Compare candidates on validation data.
///
/// @param run the run
/// @param prepared the matrices
/// @param candidates all of the run so far, 1 or more
public record EvaluateRequest(RunRef run, PreparedRef prepared, List<CandidateRef> candidates) implements StageRequest {
    public EvaluateRequest {
        Require.present(run, "run");
        Require.present(prepared, "prepared");
        candidates = Require.listOrEmpty(candidates);
        Require.inRange(candidates.size(), 1, 500, "candidates");
    }
}
