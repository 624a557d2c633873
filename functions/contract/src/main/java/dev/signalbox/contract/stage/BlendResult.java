package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.CandidateRef;

/// The blend as a candidate.
///
/// @param candidate with algorithm `blend`
public record BlendResult(CandidateRef candidate) {
    public BlendResult {
        Require.present(candidate, "candidate");
    }
}
