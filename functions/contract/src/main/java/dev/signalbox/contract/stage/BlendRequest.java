package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import java.util.List;

/// Combine candidates.
///
/// @param run the run
/// @param prepared the matrices
/// @param candidates those to choose from, 2 to 20
/// @param method how
/// @param candidateId of the blend
public record BlendRequest(
        RunRef run, PreparedRef prepared, List<CandidateRef> candidates, BlendMethod method, String candidateId)
        implements StageRequest {
    public BlendRequest {
        Require.present(run, "run");
        Require.present(prepared, "prepared");
        candidates = Require.listOrEmpty(candidates);
        Require.inRange(candidates.size(), 2, 20, "candidates");
        Require.present(method, "method");
        Require.notBlank(candidateId, "candidateId");
    }
}
