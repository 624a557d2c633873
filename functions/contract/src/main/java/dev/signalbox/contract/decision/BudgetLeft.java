package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;

/// What a run may still spend, as the machine counts it.
///
/// @param decisions junction calls left after this one, 0 or more
/// @param candidates models that may still be trained, 0 or more
/// @param seconds wall clock left, 0 or more
/// @param costUsd money left, 0 or more
public record BudgetLeft(int decisions, int candidates, long seconds, double costUsd) {
    public BudgetLeft {
        Require.inRange(decisions, 0, 50, "decisions");
        Require.inRange(candidates, 0, 500, "candidates");
        Require.inRange(seconds, 0, 86_400, "seconds");
        Require.inRange(costUsd, 0, 10_000, "costUsd");
    }
}
