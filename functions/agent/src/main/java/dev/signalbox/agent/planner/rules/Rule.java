package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.RunView;

/// One piece of practice.
public interface Rule {
    /// As it stands in the record of a decision: `repair_errors`.
    String name();

    /// Whether the rule proposes something for the view. Pure.
    Consideration consider(RunView view);
}
