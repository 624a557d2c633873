package dev.signalbox.contract.config;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.metric.MetricName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The conditions of promotion, checked on the holdout.
///
/// @param minimum a bound for each named metric that the challenger must meet (an upper bound for losses);
///     default none
/// @param margin how much better than the champion the challenger must be in the primary metric's unit, 0 or
///     more; default 0: the paired test alone decides
/// @param confidence of intervals and of the paired test, 0.5 to 0.999; default 0.95
/// @param segmentTolerance how much worse than the champion any segment may become, as a share of the
///     champion's value there, 0 to 1; default 0.1
public record GateConfig(
        SortedMap<MetricName, Double> minimum, double margin, double confidence, double segmentTolerance) {
    public GateConfig {
        minimum = minimum == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(minimum));
        Require.inRange(margin, 0, Double.MAX_VALUE, "gate.margin");
        confidence = confidence == 0 ? 0.95 : Require.inRange(confidence, 0.5, 0.999, "gate.confidence");
        segmentTolerance =
                segmentTolerance == 0 ? 0.1 : Require.inRange(segmentTolerance, 0, 1, "gate.segmentTolerance");
    }

    /// Everything by default.
    public static GateConfig defaults() {
        return new GateConfig(new TreeMap<>(), 0, 0, 0);
    }
}
