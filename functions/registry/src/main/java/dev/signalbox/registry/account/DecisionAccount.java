package dev.signalbox.registry.account;

import dev.signalbox.contract.metric.MetricName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be told of one decision.
///
/// @param decisionId of the record
/// @param at when the ledger noted it
/// @param seen what the planner was shown: data, findings, candidates, champion; a sentence each
/// @param done the action in plain words
/// @param why the rationale that was followed
/// @param denied proposals that were not followed, with the reason
/// @param considered alternatives of the followed proposal, with why not
/// @param cost of what followed, until the next decision or the end
/// @param cameOfIt in plain words
/// @param gain what the action was expected to bring and brought; null where nothing can be compared
public record DecisionAccount(
        String decisionId,
        Instant at,
        List<String> seen,
        String done,
        String why,
        List<String> denied,
        List<String> considered,
        Cost cost,
        String cameOfIt,
        @Nullable Gain gain) {
    public DecisionAccount {
        seen = List.copyOf(seen);
        denied = List.copyOf(denied);
        considered = List.copyOf(considered);
    }

    /// What stages took after the decision.
    ///
    /// @param stages that ran, in order, each once
    /// @param models trained or blended
    /// @param millis of all calls together, 0 or more; calls side by side count each
    /// @param costUsd of all calls together
    public record Cost(List<String> stages, int models, long millis, double costUsd) {
        public Cost {
            stages = List.copyOf(stages);
        }
    }

    /// Expected against realised.
    ///
    /// @param metric the primary metric
    /// @param expected for a promotion the score on validation rows; otherwise the best score before
    /// @param realised for a promotion the score on the holdout; otherwise the best score after
    /// @param gain of the second over the first; positive is better
    public record Gain(MetricName metric, double expected, double realised, double gain) {}
}
