package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.contract.metric.MetricName;
import java.util.List;

/// How the training went.
///
/// @param rounds boosting rounds that the model uses; 0 for other algorithms
/// @param stoppedEarly whether early stopping or the deadline ended it
/// @param metric the primary metric
/// @param trainScore the primary metric on the training rows, on at most [#SCORED_ROWS] of them, evenly
///     spaced; against the validation score it shows overfitting
/// @param trainCurve round against training loss, at most 200 points; empty for other algorithms
/// @param validCurve round against validation loss, likewise
public record TrainingSummary(
        int rounds,
        boolean stoppedEarly,
        MetricName metric,
        double trainScore,
        List<CurvePoint> trainCurve,
        List<CurvePoint> validCurve) {
    /// Rows that the training score looks at, at most.
    public static final int SCORED_ROWS = 50_000;

    public TrainingSummary {
        Require.inRange(rounds, 0, 100_000, "rounds");
        Require.present(metric, "metric");
        trainCurve = Require.listOrEmpty(trainCurve);
        validCurve = Require.listOrEmpty(validCurve);
    }
}
