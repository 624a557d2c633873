package dev.signalbox.model.evaluate;

import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.ClassTally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What plots and tables of a report are drawn from, for one model on some rows.
public final class EvaluationDetails {
    private static final int MOST_CLASSES = 50;

    private EvaluationDetails() {}

    /// Looks at the rows from every side.
    ///
    /// @param model open; for the importance, which scores shuffled rows; null where the model has learned
    ///     from these rows, of which it says too much for its importance to mean anything
    /// @param header of the model; its learning curves
    /// @param rows with targets
    /// @param predictions for the rows, in order
    /// @param metric the primary metric
    /// @param seed of samples and shuffles
    public static EvaluationDetail of(
            @Nullable TrainedModel model,
            ModelHeader header,
            Matrix rows,
            Predictions predictions,
            MetricName metric,
            long seed) {
        boolean binary = header.task() == Task.BINARY;
        boolean classes = header.task().isClassification();
        int classCount = header.classes().size();
        double[] target = rows.target();
        return new EvaluationDetail(
                binary ? Curves.roc(predictions, target) : List.of(),
                binary ? Curves.precisionRecall(predictions, target) : List.of(),
                classes ? Calibration.bins(predictions, target) : List.of(),
                classes ? confusion(predictions, target) : List.of(),
                classes ? List.of() : Curves.residuals(predictions, target, seed),
                model == null ? List.of() : new PermutationImportance(model, rows, metric, classCount, seed).measure(),
                new WorstSegments(metric, predictions, target, classCount, seed).find(rows),
                header.summary().trainCurve(),
                header.summary().validCurve());
    }

    /// Empty above 50 classes, where nobody could read it.
    private static List<List<Long>> confusion(Predictions predictions, double[] target) {
        List<List<Long>> table = new ArrayList<>();
        if (predictions.width() <= MOST_CLASSES) {
            for (long[] counts : new ClassTally(predictions, target).counts()) {
                List<Long> row = new ArrayList<>();
                for (long count : counts) {
                    row.add(count);
                }
                table.add(row);
            }
        }
        return table;
    }
}
