package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// How a run ended.
///
/// @param outcome `rejected`, `quarantined` or `failed`; from Alert also `promoted`, where only the report failed
/// @param reason for people
public record EndResult(Outcome outcome, String reason) {
    public EndResult {
        Require.present(outcome, "outcome");
        Require.notBlank(reason, "reason");
    }
}
