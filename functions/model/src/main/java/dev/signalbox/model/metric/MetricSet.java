package dev.signalbox.model.metric;

import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The measures of some predictions, ready to be evaluated under any weights.
final class MetricSet {
    private final Predictions predictions;
    private final double[] target;
    private final int classCount;

    MetricSet(Predictions predictions, double[] target, int classCount) {
        this.predictions = predictions;
        this.target = target;
        this.classCount = classCount;
    }

    static List<MetricName> of(Task task) {
        return task.isClassification()
                ? List.of(
                        MetricName.ROC_AUC,
                        MetricName.PR_AUC,
                        MetricName.LOG_LOSS,
                        MetricName.BRIER,
                        MetricName.ACCURACY,
                        MetricName.BALANCED_ACCURACY,
                        MetricName.F1)
                : List.of(MetricName.RMSE, MetricName.MAE, MetricName.R2);
    }

    SortedMap<MetricName, WeightedMetric> all() {
        SortedMap<MetricName, WeightedMetric> metrics = new TreeMap<>();
        if (classCount == 0) {
            of(Task.REGRESSION).forEach(name -> metrics.put(name, metric(name)));
            return metrics;
        }
        List<RankedScores> ranked = ranked();
        ClassTally tally = new ClassTally(predictions, target);
        metrics.put(MetricName.ROC_AUC, weights -> rocAuc(ranked, weights));
        metrics.put(MetricName.PR_AUC, weights -> averagePrecision(ranked, weights));
        metrics.put(MetricName.LOG_LOSS, metric(MetricName.LOG_LOSS));
        metrics.put(MetricName.BRIER, metric(MetricName.BRIER));
        metrics.put(MetricName.ACCURACY, metric(MetricName.ACCURACY));
        metrics.put(MetricName.BALANCED_ACCURACY, tally::balancedAccuracy);
        metrics.put(MetricName.F1, tally::f1);
        return metrics;
    }

    WeightedMetric metric(MetricName name) {
        return switch (name) {
            case ROC_AUC -> {
                List<RankedScores> ranked = ranked();
                yield weights -> rocAuc(ranked, weights);
            }
            case PR_AUC -> {
                List<RankedScores> ranked = ranked();
                yield weights -> averagePrecision(ranked, weights);
            }
            case LOG_LOSS -> MeanTerms.logLoss(predictions, target);
            case BRIER -> MeanTerms.brier(predictions, target);
            case ACCURACY -> MeanTerms.accuracy(predictions, target);
            case BALANCED_ACCURACY -> new ClassTally(predictions, target)::balancedAccuracy;
            case F1 -> new ClassTally(predictions, target)::f1;
            case RMSE -> MeanTerms.rootOfSquares(predictions, target);
            case MAE -> MeanTerms.absolute(predictions, target);
            case R2 -> new ExplainedVariance(predictions, target);
        };
    }

    /// One ranking for two classes, one for each of more.
    private List<RankedScores> ranked() {
        List<RankedScores> ranked = new ArrayList<>();
        for (int k = classCount == 2 ? 1 : 0; k < classCount; k++) {
            ranked.add(new RankedScores(predictions, target, k));
        }
        return ranked;
    }

    private static double rocAuc(List<RankedScores> ranked, int[] weights) {
        double sum = 0;
        int defined = 0;
        for (RankedScores scores : ranked) {
            double area = scores.rocAuc(weights);
            if (!Double.isNaN(area)) {
                sum += area;
                defined++;
            }
        }
        return sum / defined;
    }

    private static double averagePrecision(List<RankedScores> ranked, int[] weights) {
        double sum = 0;
        int defined = 0;
        for (RankedScores scores : ranked) {
            double precision = scores.averagePrecision(weights);
            if (!Double.isNaN(precision)) {
                sum += precision;
                defined++;
            }
        }
        return sum / defined;
    }
}
