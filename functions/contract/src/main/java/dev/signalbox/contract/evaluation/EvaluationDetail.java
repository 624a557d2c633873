package dev.signalbox.contract.evaluation;

import dev.signalbox.contract.Require;
import java.util.List;

/// What plots and tables of a report are drawn from.
///
/// @param roc false against true positive rate; binary only, at most 200 points
/// @param precisionRecall recall against precision; binary only, at most 200 points
/// @param calibration ascending; of the positive class, or of the most probable one of several
/// @param confusion actual class by predicted class; empty for a regression
/// @param residuals prediction against actual value; regression only, at most 500 rows
/// @param importance most important first, at most 30; empty where the model has learned from the rows, as
///     it has from the validation rows after a cross-validation
/// @param segments worst first, at most 20
/// @param trainCurve round against training loss; boosted trees only, at most 200 points
/// @param validCurve round against validation loss; likewise
public record EvaluationDetail(
        List<CurvePoint> roc,
        List<CurvePoint> precisionRecall,
        List<CalibrationBin> calibration,
        List<List<Long>> confusion,
        List<CurvePoint> residuals,
        List<FeatureImportance> importance,
        List<SegmentScore> segments,
        List<CurvePoint> trainCurve,
        List<CurvePoint> validCurve) {
    public EvaluationDetail {
        roc = Require.listOrEmpty(roc);
        precisionRecall = Require.listOrEmpty(precisionRecall);
        calibration = Require.listOrEmpty(calibration);
        confusion = Require.listOrEmpty(confusion);
        residuals = Require.listOrEmpty(residuals);
        importance = Require.listOrEmpty(importance);
        segments = Require.listOrEmpty(segments);
        trainCurve = Require.listOrEmpty(trainCurve);
        validCurve = Require.listOrEmpty(validCurve);
    }
}
