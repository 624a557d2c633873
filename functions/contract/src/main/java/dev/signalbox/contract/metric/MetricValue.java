package dev.signalbox.contract.metric;

import dev.signalbox.contract.Require;

/// A measured value with its bootstrap interval.
///
/// @param value on the rows as they are
/// @param low lower end of the interval, at most the higher end
/// @param high upper end of the interval
public record MetricValue(double value, double low, double high) {
    public MetricValue {
        Require.that(Double.isFinite(value), "value is " + value + "; expected a finite number");
        Require.that(low <= high, "low is " + low + " above high " + high);
    }
}
