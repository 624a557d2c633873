package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;

/// The new champion.
///
/// @param outcome `promoted`, or `rejected` when another run moved the champion first
/// @param version of the champion now
/// @param reason for people
public record PromoteResult(Outcome outcome, int version, String reason) {
    public PromoteResult {
        Require.present(outcome, "outcome");
        Require.notBlank(reason, "reason");
    }
}
