package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import java.util.List;

/// A proposal and what the guardrails said of it.
///
/// @param proposal as the planner made it
/// @param rulings in the order of evaluation
/// @param outcome the strictest of them
public record Attempt(Proposal proposal, List<Ruling> rulings, RulingOutcome outcome) {
    public Attempt {
        Require.present(proposal, "proposal");
        rulings = Require.listOrEmpty(rulings);
        Require.present(outcome, "outcome");
    }
}
