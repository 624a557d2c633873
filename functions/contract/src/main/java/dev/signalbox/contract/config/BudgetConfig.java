package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;

/// What a run may spend; the machine holds the counters and the agent cannot extend them.
///
/// @param decisions calls of the junction, 1 to 50; default 8
/// @param candidates models trained, 1 to 500; default 24
/// @param seconds wall clock from the start of the run, 1 to 86,400; default 3,600
/// @param costUsd money, 0.001 to 10,000; default 5
/// @param tokens of language models, 1 to 100,000,000; default 200,000
/// @param repeats how often in a row the same action may be done, 1 to 10; default 2
public record BudgetConfig(int decisions, int candidates, long seconds, double costUsd, long tokens, int repeats) {
    public BudgetConfig {
        decisions = decisions == 0 ? 8 : (int) Require.inRange(decisions, 1, 50, "budget.decisions");
        candidates = candidates == 0 ? 24 : (int) Require.inRange(candidates, 1, 500, "budget.candidates");
        seconds = seconds == 0 ? 3_600 : Require.inRange(seconds, 1, 86_400, "budget.seconds");
        costUsd = costUsd == 0 ? 5 : Require.inRange(costUsd, 0.001, 10_000, "budget.costUsd");
        tokens = tokens == 0 ? 200_000 : Require.inRange(tokens, 1, 100_000_000, "budget.tokens");
        repeats = repeats == 0 ? 2 : (int) Require.inRange(repeats, 1, 10, "budget.repeats");
    }

    /// With the usual tokens and repeats.
    public BudgetConfig(int decisions, int candidates, long seconds, double costUsd) {
        this(decisions, candidates, seconds, costUsd, 0, 0);
    }

    /// Everything by default.
    public static BudgetConfig defaults() {
        return new BudgetConfig(0, 0, 0, 0);
    }
}
