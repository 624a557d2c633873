package dev.signalbox.model.metric;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// The measures of some predictions, ready to be evaluated under any weights.
final class MetricSet {
    private final Predictions predictions;
    private final double[] target;
    private final int classCount;
    private @Nullable List<RankedScores> ranked;
    private @Nullable ClassTally tally;

    MetricSet(Predictions predictions, double[] target, int classCount) {
        this.predictions = predictions;
        this.target = target;
        this.classCount = classCount;
    }

    static List<MetricName> of(boolean classification) {
        return classification
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

    SortedMap<MetricName, WeightedMetric> of(List<MetricName> names) {
        SortedMap<MetricName, WeightedMetric> metrics = new TreeMap<>();
        names.forEach(name -> metrics.put(name, metric(name)));
        return metrics;
    }

    WeightedMetric metric(MetricName name) {
        return switch (name) {
            case ROC_AUC -> mean(RankedScores::rocAuc);
            case PR_AUC -> mean(RankedScores::averagePrecision);
            case LOG_LOSS -> MeanTerms.logLoss(predictions, target);
            case BRIER -> MeanTerms.brier(predictions, target);
            case ACCURACY -> MeanTerms.accuracy(predictions, target);
            case BALANCED_ACCURACY -> tally()::balancedAccuracy;
            case F1 -> tally()::f1;
            case RMSE -> MeanTerms.rootOfSquares(predictions, target);
            case MAE -> MeanTerms.absolute(predictions, target);
            case R2 -> new ExplainedVariance(predictions, target);
        };
    }

    /// The mean over the classes that define the measure.
    private WeightedMetric mean(ToDoubleBiFunction<RankedScores, int[]> measure) {
        List<RankedScores> classes = ranked();
        return weights -> {
            double sum = 0;
            int defined = 0;
            for (RankedScores scores : classes) {
                double value = measure.applyAsDouble(scores, weights);
                if (!Double.isNaN(value)) {
                    sum += value;
                    defined++;
                }
            }
            return sum / defined;
        };
    }

    /// One ranking for two classes, one for each of more; sorted once for all measures.
    private List<RankedScores> ranked() {
        if (ranked == null) {
            ranked = new ArrayList<>();
            for (int k = classCount == 2 ? 1 : 0; k < classCount; k++) {
                ranked.add(new RankedScores(predictions, target, k));
            }
        }
        return ranked;
    }

    private ClassTally tally() {
        if (tally == null) {
            tally = new ClassTally(predictions, target);
        }
        return tally;
    }
}
