package dev.signalbox.model.metric;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;

/// Compares two models on the same rows: both are measured on the same resamples, so that what is hard or
/// easy about a row cancels. Works for every measure, decomposable or not. Source: Efron and Tibshirani, An
/// Introduction to the Bootstrap, chapters 13 and 15.
///
/// Limitations: rows are taken as independent; repeated measurements of the same customer make it too sure.
public final class PairedTest {
    /// A gain of so small a share is a difference of rounding, which every resample would repeat.
    private static final double ROUNDING = 1e-9;

    private final MetricName metric;
    private final double[] target;
    private final int classCount;
    private final double confidence;
    private final long seed;

    /// @param metric compared
    /// @param target class codes or numbers, one a row
    /// @param classCount 0 for a regression
    /// @param confidence at which the p-value will be read; its small-sample correction depends on it
    /// @param seed of the resamples
    public PairedTest(MetricName metric, double[] target, int classCount, double confidence, long seed) {
        this.metric = metric;
        this.target = target;
        this.classCount = classCount;
        this.confidence = confidence;
        this.seed = seed;
    }

    /// The gain of a challenger over a reference; NaN with a p-value of 1 where the rows do not define the
    /// measure.
    public Gain gain(Predictions challenger, Predictions reference) {
        double theirs = Metrics.value(metric, reference, target, classCount);
        double value = metric.gain(Metrics.value(metric, challenger, target, classCount), theirs);
        if (Double.isNaN(value)) {
            return new Gain(Double.NaN, Double.NaN, 1);
        }
        Effort effort = Effort.of(target.length, classCount).doubled();
        int[] rows = effort.chosen(target.length, seed);
        double[] resampled = resample(effort, rows, challenger, reference);
        double scale = effort.shrink(target.length) * Normal.smallSampleFactor(target.length, confidence);
        return tested(value, Quantiles.sortedDefined(resampled), scale, ROUNDING * Math.abs(theirs));
    }

    private double[] resample(Effort effort, int[] rows, Predictions challenger, Predictions reference) {
        double[] actual = Subsample.pick(target, rows);
        WeightedMetric one = new MetricSet(Subsample.pick(challenger, rows), actual, classCount).metric(metric);
        WeightedMetric other = new MetricSet(Subsample.pick(reference, rows), actual, classCount).metric(metric);
        Resamples resamples = new Resamples(rows.length, effort.resamples(), seed);
        double[] gains = new double[resamples.count()];
        for (int b = 0; b < gains.length; b++) {
            int[] weights = resamples.weights(b);
            gains[b] = metric.gain(one.value(weights), other.value(weights));
        }
        return gains;
    }

    private static Gain tested(double value, double[] resampled, double scale, double rounding) {
        double mean = mean(resampled, value);
        double squares = 0;
        int notBetter = 0;
        for (double gain : resampled) {
            squares += (gain - mean) * (gain - mean);
            notBetter += value + (gain - mean) * scale <= rounding ? 1 : 0;
        }
        double standardError = Math.sqrt(squares / Math.max(1, resampled.length - 1)) * scale;
        return new Gain(
                Math.abs(value) <= rounding ? 0 : value, standardError, (notBetter + 1.0) / (resampled.length + 1.0));
    }

    private static double mean(double[] resampled, double otherwise) {
        double sum = 0;
        for (double gain : resampled) {
            sum += gain;
        }
        return resampled.length == 0 ? otherwise : sum / resampled.length;
    }
}
