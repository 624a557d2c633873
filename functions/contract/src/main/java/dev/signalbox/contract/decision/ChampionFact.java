package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/// The version in production.
///
/// @param version 1 or more
/// @param algorithm what learned it
/// @param metric its primary metric
/// @param holdoutScore on the holdout of its own run: not comparable with validation scores
/// @param validScore on this run's validation rows; null where it cannot be applied to them
public record ChampionFact(
        int version,
        Algorithm algorithm,
        MetricName metric,
        MetricValue holdoutScore,
        @Nullable MetricValue validScore) {
    public ChampionFact {
        Require.inRange(version, 1, Integer.MAX_VALUE, "version");
        Require.present(algorithm, "algorithm");
        Require.present(metric, "metric");
    }
}
