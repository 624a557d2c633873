package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// How a run ended without a champion.
///
/// @param outcome `rejected`, `quarantined` or `failed`
/// @param reason for people
public record EndResult(Outcome outcome, String reason) {
    public EndResult {
        Require.present(outcome, "outcome");
        Require.notBlank(reason, "reason");
    }
}
