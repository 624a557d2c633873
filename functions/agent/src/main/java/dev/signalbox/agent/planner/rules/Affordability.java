package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.decision.BudgetLeft;

/// Whether a rule can propose work at all: what guardrails would deny for the budget is not worth a try.
final class Affordability {
    private Affordability() {}

    /// Work that leads to another decision and trains that many candidates.
    static boolean covers(BudgetLeft left, int candidates) {
        return left.decisions() > 0 && left.candidates() >= candidates && left.seconds() > 0 && left.costUsd() > 0;
    }
}
