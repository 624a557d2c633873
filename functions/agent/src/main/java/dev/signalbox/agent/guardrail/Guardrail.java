package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;

/// A rule that a proposal must pass. Pure: the same proposal and view give the same ruling.
public interface Guardrail {
    /// What the rule says of the proposal.
    Ruling rule(Proposal proposal, RunView view);
}
