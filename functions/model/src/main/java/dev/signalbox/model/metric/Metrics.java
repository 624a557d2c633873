package dev.signalbox.model.metric;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import java.util.List;
import java.util.SortedMap;

/// All measures of a task in one call, or one of them. Definitions are scikit-learn's: `roc_auc_score` (one
/// against the rest and macro average for several classes), `average_precision_score` (macro), `log_loss`,
/// `brier_score_loss`, `accuracy_score`, `balanced_accuracy_score`, `f1_score` (of class code 1 for two
/// classes, macro for more, at the most probable class), `root_mean_squared_error`, `mean_absolute_error`,
/// `r2_score`.
///
/// A measure that the rows do not define (a ROC AUC of one class) is left out, or NaN where it was asked for
/// alone; classes without rows do not enter macro averages.
public final class Metrics {
    /// Of intervals, where nobody asks for another one.
    public static final double CONFIDENCE = 0.95;

    private Metrics() {}

    /// The measures that a task has.
    public static List<MetricName> of(Task task) {
        return MetricSet.of(task.isClassification());
    }

    /// One measure without an interval: no resampling.
    ///
    /// @param target class codes or numbers, one a row
    /// @param classCount 0 for a regression
    /// @return NaN where the rows do not define it
    public static double value(MetricName name, Predictions predictions, double[] target, int classCount) {
        check(predictions, target, classCount);
        return new MetricSet(predictions, target, classCount).metric(name).value(Resamples.once(target.length));
    }

    /// All measures with intervals of 95 percent; for several candidates on the same rows use one
    /// [Bootstrap].
    public static SortedMap<MetricName, MetricValue> measure(
            Predictions predictions, double[] target, int classCount, long seed) {
        return measure(predictions, target, classCount, CONFIDENCE, seed);
    }

    /// All measures with their intervals, from one set of resamples.
    ///
    /// @param target class codes or numbers, one a row
    /// @param classCount 0 for a regression
    /// @param confidence of the intervals, 0.5 to 0.999
    /// @param seed of the resamples
    public static SortedMap<MetricName, MetricValue> measure(
            Predictions predictions, double[] target, int classCount, double confidence, long seed) {
        return measure(MetricSet.of(classCount > 0), predictions, target, classCount, confidence, seed);
    }

    /// Some measures with their intervals.
    public static SortedMap<MetricName, MetricValue> measure(
            List<MetricName> names,
            Predictions predictions,
            double[] target,
            int classCount,
            double confidence,
            long seed) {
        return new Bootstrap(target, classCount, confidence, seed).measure(names, predictions);
    }

    static void check(Predictions predictions, double[] target, int classCount) {
        Require.that(
                predictions.rows() == target.length,
                predictions.rows() + " rows of predictions for " + target.length + " targets; expected as many");
        Require.that(
                predictions.width() == Math.max(1, classCount),
                "predictions are " + predictions.width() + " wide; expected one for each of " + classCount
                        + " classes, or 1 for a regression");
    }
}
