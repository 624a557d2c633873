package dev.signalbox.model.metric;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import java.util.SortedMap;

/// Percentile intervals of all measures from the same resamples.
///
/// Up to 10,000 rows are resampled as they are. Of more, 10,000 are drawn, and the deviations of their resamples
/// shrink by the root of the ratio of the row numbers, since errors of these measures fall with the root of the
/// rows. Source: Bickel, Götze and van Zwet, Resampling fewer than n observations, Statistica Sinica 7, 1997.
///
/// Limitations: of fewer than about 30 rows, or measures near their bound, percentile intervals are too short.
final class Bootstrap {
    static final int MOST_ROWS = 10_000;

    private final Predictions predictions;
    private final double[] target;
    private final int classCount;
    private final double confidence;
    private final long seed;

    Bootstrap(Predictions predictions, double[] target, int classCount, double confidence, long seed) {
        this.predictions = predictions;
        this.target = target;
        this.classCount = classCount;
        this.confidence = confidence;
        this.seed = seed;
    }

    /// Puts the measures that are defined, with their intervals.
    void intervals(MetricSet all, SortedMap<MetricName, MetricValue> measured) {
        SortedMap<MetricName, WeightedMetric> full = all.all();
        SortedMap<MetricName, WeightedMetric> part = target.length <= MOST_ROWS ? full : part().all();
        WeightedMetric[] metrics = part.values().toArray(WeightedMetric[]::new);
        int rows = Math.min(target.length, MOST_ROWS);
        double[][] resampled = resample(metrics, rows);
        int[] onceAll = Resamples.once(target.length);
        int[] oncePart = Resamples.once(rows);
        int i = 0;
        for (MetricName name : part.keySet()) {
            WeightedMetric exact = full.get(name);
            double value = exact == null ? Double.NaN : exact.value(onceAll);
            double center = target.length <= MOST_ROWS ? value : metrics[i].value(oncePart);
            if (Double.isFinite(value)) {
                double shrink = Math.sqrt((double) rows / target.length);
                measured.put(name, interval(name, value, center, resampled[i], shrink));
            }
            i++;
        }
    }

    private MetricSet part() {
        int[] rows = Subsample.of(target.length, MOST_ROWS, seed);
        return new MetricSet(Subsample.pick(predictions, rows), Subsample.pick(target, rows), classCount);
    }

    private double[][] resample(WeightedMetric[] metrics, int rows) {
        Resamples resamples = new Resamples(rows, seed);
        double[][] values = new double[metrics.length][resamples.count()];
        for (int b = 0; b < resamples.count(); b++) {
            int[] weights = resamples.next();
            for (int m = 0; m < metrics.length; m++) {
                values[m][b] = metrics[m].value(weights);
            }
        }
        return values;
    }

    private MetricValue interval(MetricName name, double value, double center, double[] resampled, double shrink) {
        double[] sorted = Quantiles.sortedDefined(resampled);
        if (sorted.length == 0 || Double.isNaN(center)) {
            return new MetricValue(value, value, value);
        }
        double tail = (1 - confidence) / 2;
        double low = value + (Quantiles.at(sorted, tail) - center) * shrink;
        double high = value + (Quantiles.at(sorted, 1 - tail) - center) * shrink;
        double least = name.higherIsBetter() ? Double.NEGATIVE_INFINITY : 0;
        double most = name.higherIsBetter() ? 1 : Double.POSITIVE_INFINITY;
        return new MetricValue(value, Math.min(Math.max(low, least), value), Math.max(Math.min(high, most), value));
    }
}
