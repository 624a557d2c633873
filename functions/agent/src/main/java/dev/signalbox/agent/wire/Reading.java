package dev.signalbox.agent.wire;

import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;

/// What came of reading a proposal from bytes.
public sealed interface Reading {
    /// It is a proposal; whether it may happen is the guardrails' business.
    ///
    /// @param proposal within the bounds of its types
    record Understood(Proposal proposal) implements Reading {}

    /// It is none, and that is a denial.
    ///
    /// @param ruling with the code `malformed` and what was found and expected, at most 400 characters
    record Malformed(Ruling ruling) implements Reading {}
}
