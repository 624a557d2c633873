package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// A candidate's primary metric on validation rows.
///
/// @param candidateId which
/// @param value of the primary metric
/// @param low of its interval
/// @param high of its interval
public record CandidateScore(String candidateId, double value, double low, double high) {
    public CandidateScore {
        Require.notBlank(candidateId, "candidateId");
    }
}
