package dev.signalbox.model.learn;

import dev.signalbox.contract.evaluation.CurvePoint;
import java.util.List;

/// What a learner made.
///
/// @param model scores rows
/// @param rounds boosting rounds used; 0 for other algorithms
/// @param stoppedEarly whether early stopping or the deadline ended it
/// @param trainCurve round against training loss, at most 200 points; empty for other algorithms
/// @param validCurve round against validation loss, likewise
public record Training(
        TrainedModel model,
        int rounds,
        boolean stoppedEarly,
        List<CurvePoint> trainCurve,
        List<CurvePoint> validCurve) {}
