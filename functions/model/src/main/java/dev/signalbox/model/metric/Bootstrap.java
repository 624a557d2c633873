package dev.signalbox.model.metric;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Percentile intervals of all measures from the same resamples.
///
/// Up to 10,000 rows are resampled as they are. Of more, 10,000 are drawn, and the deviations of their resamples
/// shrink by the root of the ratio of the row numbers, since errors of these measures fall with the root of the
/// rows. Source: Bickel, Götze and van Zwet, Resampling fewer than n observations, Statistica Sinica 7, 1997.
///
/// Limitations: near their bound, such as a ROC AUC of 0.99 on 50 rows, percentile intervals are too short.
final class Bootstrap {
    private final Predictions predictions;
    private final double[] target;
    private final int classCount;
    private final Effort effort;
    private final double confidence;
    private final long seed;

    Bootstrap(Predictions predictions, double[] target, int classCount, double confidence, long seed) {
        this.predictions = predictions;
        this.target = target;
        this.classCount = classCount;
        this.effort = Effort.of(target.length, classCount);
        this.confidence = confidence;
        this.seed = seed;
    }

    /// Those measures that are defined, with their intervals.
    SortedMap<MetricName, MetricValue> intervals(List<MetricName> names) {
        SortedMap<MetricName, WeightedMetric> full = new MetricSet(predictions, target, classCount).of(names);
        SortedMap<MetricName, WeightedMetric> part = effort.rows() == target.length ? full : part().of(names);
        WeightedMetric[] metrics = part.values().toArray(WeightedMetric[]::new);
        double[][] resampled = resample(metrics);
        int[] onceAll = Resamples.once(target.length);
        int[] oncePart = Resamples.once(effort.rows());
        SortedMap<MetricName, MetricValue> measured = new TreeMap<>();
        int i = 0;
        for (var entry : full.entrySet()) {
            double value = entry.getValue().value(onceAll);
            double center = effort.rows() == target.length ? value : metrics[i].value(oncePart);
            if (Double.isFinite(value)) {
                measured.put(entry.getKey(), interval(entry.getKey(), value, center, resampled[i]));
            }
            i++;
        }
        return measured;
    }

    private MetricSet part() {
        int[] rows = effort.chosen(target.length, seed);
        return new MetricSet(Subsample.pick(predictions, rows), Subsample.pick(target, rows), classCount);
    }

    private double[][] resample(WeightedMetric[] metrics) {
        Resamples resamples = new Resamples(effort.rows(), seed);
        double[][] values = new double[metrics.length][effort.resamples()];
        for (int b = 0; b < effort.resamples(); b++) {
            int[] weights = resamples.next();
            for (int m = 0; m < metrics.length; m++) {
                values[m][b] = metrics[m].value(weights);
            }
        }
        return values;
    }

    private MetricValue interval(MetricName name, double value, double center, double[] resampled) {
        double[] sorted = Quantiles.sortedDefined(resampled);
        if (sorted.length == 0 || Double.isNaN(center)) {
            return new MetricValue(value, value, value);
        }
        double tail = (1 - confidence) / 2;
        double scale = effort.shrink(target.length) * Normal.smallSampleFactor(target.length, 1 - tail);
        double low = value + (Quantiles.at(sorted, tail) - center) * scale;
        double high = value + (Quantiles.at(sorted, 1 - tail) - center) * scale;
        double least = least(name);
        double most = name.higherIsBetter() ? 1 : Double.POSITIVE_INFINITY;
        return new MetricValue(value, Math.min(Math.max(low, least), value), Math.max(Math.min(high, most), value));
    }

    private static double least(MetricName name) {
        return name == MetricName.R2 ? Double.NEGATIVE_INFINITY : 0;
    }
}
