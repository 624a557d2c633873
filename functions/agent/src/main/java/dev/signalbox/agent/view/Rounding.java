package dev.signalbox.agent.view;

import dev.signalbox.contract.metric.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SortedMap;
import java.util.TreeMap;

/// Numbers of the view have six significant digits: enough to choose by, short enough to be read and cited.
final class Rounding {
    private static final MathContext DIGITS = new MathContext(6);

    private Rounding() {}

    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    static MetricValue rounded(MetricValue value) {
        return new MetricValue(rounded(value.value()), rounded(value.low()), rounded(value.high()));
    }

    /// The finite numbers of a map, the first by name.
    static <K extends Comparable<K>> SortedMap<K, Double> rounded(SortedMap<K, Double> values, int most) {
        SortedMap<K, Double> result = new TreeMap<>();
        values.forEach((name, value) -> {
            if (result.size() < most && Double.isFinite(value)) {
                result.put(name, rounded(value));
            }
        });
        return result;
    }
}
