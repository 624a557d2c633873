package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.PreparedRef;
import java.util.List;

/// Matrices, features and the first candidates.
///
/// @param prepared what was made
/// @param candidates good starting points for this task and size, 1 to 40, within the candidate budget
public record PrepareResult(PreparedRef prepared, List<CandidateSpec> candidates) {
    public PrepareResult {
        Require.present(prepared, "prepared");
        candidates = Require.listOrEmpty(candidates);
        Require.inRange(candidates.size(), 1, 40, "candidates");
    }
}
