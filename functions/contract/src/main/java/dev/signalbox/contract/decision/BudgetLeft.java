package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// What a run may still spend, as the machine counts it.
///
/// @param decisions junction calls left after this one, 0 or more
/// @param candidates models that may still be trained, 0 or more
/// @param seconds wall clock left, 0 or more
/// @param costUsd money left, 0 or more
/// @param tokens of language models left, 0 or more; null where they are not counted
public record BudgetLeft(
        int decisions,
        int candidates,
        long seconds,
        double costUsd,
        @Nullable Long tokens) {
    public BudgetLeft {
        Require.inRange(decisions, 0, 50, "decisions");
        Require.inRange(candidates, 0, 500, "candidates");
        Require.inRange(seconds, 0, 86_400, "seconds");
        Require.inRange(costUsd, 0, 10_000, "costUsd");
        if (tokens != null) {
            Require.inRange(tokens, 0, Long.MAX_VALUE, "tokens");
        }
    }

    /// Tokens are not counted.
    public BudgetLeft(int decisions, int candidates, long seconds, double costUsd) {
        this(decisions, candidates, seconds, costUsd, null);
    }
}
