package dev.signalbox.model.learn;

import dev.signalbox.contract.evaluation.CurvePoint;
import java.util.List;

/// What cross-validation showed of a candidate.
///
/// @param predictions for the validation rows of each fold, in order, by a model that did not see them
/// @param rounds of boosting that are best on all folds together; 0 for other algorithms
/// @param stoppedEarly whether early stopping or the deadline ended it
/// @param outOfTime whether the deadline ended it
/// @param trainCurve round against the folds' mean training loss, at most 200 points; empty for other
///     algorithms
/// @param validCurve round against the folds' mean validation loss, likewise
public record CrossValidation(
        List<Predictions> predictions,
        int rounds,
        boolean stoppedEarly,
        boolean outOfTime,
        List<CurvePoint> trainCurve,
        List<CurvePoint> validCurve) {}
