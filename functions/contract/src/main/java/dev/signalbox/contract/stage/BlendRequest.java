package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Combine candidates.
///
/// @param run the run
/// @param prepared the matrices
/// @param candidates those to choose from, 2 to 20
/// @param method how
/// @param candidateId of the blend
/// @param changes null at the first try; its threads alone count: weights are chosen on all rows
public record BlendRequest(
        RunRef run,
        PreparedRef prepared,
        List<CandidateRef> candidates,
        BlendMethod method,
        String candidateId,
        @Nullable RetryChanges changes)
        implements StageRequest {
    public BlendRequest {
        Require.present(run, "run");
        Require.present(prepared, "prepared");
        candidates = Require.listOrEmpty(candidates);
        Require.inRange(candidates.size(), 2, 20, "candidates");
        Require.present(method, "method");
        Require.notBlank(candidateId, "candidateId");
    }

    /// At the first try.
    public BlendRequest(
            RunRef run, PreparedRef prepared, List<CandidateRef> candidates, BlendMethod method, String candidateId) {
        this(run, prepared, candidates, method, candidateId, null);
    }
}
