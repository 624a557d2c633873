package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;

/// An operator has stopped the agent of the pipeline.
///
/// @param by who
/// @param reason in their words: untrusted
public record HaltFact(String by, Untrusted reason) {
    public HaltFact {
        Require.notBlank(by, "by");
        Require.present(reason, "reason");
    }
}
