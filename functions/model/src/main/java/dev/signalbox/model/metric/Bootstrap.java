package dev.signalbox.model.metric;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Percentile intervals of all measures from the same resamples, which every candidate of the same rows
/// shares.
///
/// Up to 10,000 rows are resampled as they are. Of more, 10,000 are drawn, and the deviations of their
/// resamples shrink by the root of the ratio of the row numbers, since errors of these measures fall with
/// the root of the rows. Source: Bickel, Götze and van Zwet, Resampling fewer than n observations,
/// Statistica Sinica 7, 1997.
///
/// Limitations: near their bound, such as a ROC AUC of 0.99 on 50 rows, percentile intervals are too short.
public final class Bootstrap {
    private final double[] target;
    private final int classCount;
    private final double confidence;
    private final Effort effort;
    private final int[] chosen;
    private final Resamples resamples;

    /// @param target class codes or numbers, one a row
    /// @param classCount 0 for a regression
    /// @param confidence of the intervals, 0.5 to 0.999
    /// @param seed of the resamples
    public Bootstrap(double[] target, int classCount, double confidence, long seed) {
        this.target = target;
        this.classCount = classCount;
        this.confidence = confidence;
        this.effort = Effort.of(target.length, classCount);
        this.chosen = effort.chosen(target.length, seed);
        this.resamples = new Resamples(chosen.length, target.length == 0 ? 0 : effort.resamples(), seed);
    }

    /// All measures of the task that the rows define, with their intervals.
    public SortedMap<MetricName, MetricValue> measure(Predictions predictions) {
        return measure(MetricSet.of(classCount > 0), predictions);
    }

    /// Those of the measures that the rows define, with their intervals.
    public SortedMap<MetricName, MetricValue> measure(List<MetricName> names, Predictions predictions) {
        Metrics.check(predictions, target, classCount);
        SortedMap<MetricName, MetricValue> measured = new TreeMap<>();
        if (target.length > 0) {
            MetricSet full = new MetricSet(predictions, target, classCount);
            MetricSet part = chosen.length == target.length ? full : part(predictions);
            int[] once = Resamples.once(target.length);
            for (Map.Entry<MetricName, WeightedMetric> entry : part.of(names).entrySet()) {
                double value = full.metric(entry.getKey()).value(once);
                if (Double.isFinite(value)) {
                    measured.put(entry.getKey(), interval(entry.getKey(), value, entry.getValue()));
                }
            }
        }
        return measured;
    }

    private MetricSet part(Predictions predictions) {
        return new MetricSet(Subsample.pick(predictions, chosen), Subsample.pick(target, chosen), classCount);
    }

    private MetricValue interval(MetricName name, double value, WeightedMetric metric) {
        double center = chosen.length == target.length ? value : metric.value(Resamples.once(chosen.length));
        double[] sorted = Quantiles.sortedDefined(resampled(metric));
        if (sorted.length == 0 || Double.isNaN(center)) {
            return new MetricValue(value, value, value);
        }
        double tail = (1 - confidence) / 2;
        double scale = effort.shrink(target.length) * Normal.smallSampleFactor(target.length, 1 - tail);
        double low = value + (Quantiles.at(sorted, tail) - center) * scale;
        double high = value + (Quantiles.at(sorted, 1 - tail) - center) * scale;
        double least = name == MetricName.R2 ? Double.NEGATIVE_INFINITY : 0;
        double most = name.higherIsBetter() ? 1 : Double.POSITIVE_INFINITY;
        return new MetricValue(value, Math.min(Math.max(low, least), value), Math.max(Math.min(high, most), value));
    }

    private double[] resampled(WeightedMetric metric) {
        double[] values = new double[resamples.count()];
        for (int b = 0; b < values.length; b++) {
            values[b] = metric.value(resamples.weights(b));
        }
        return values;
    }
}
