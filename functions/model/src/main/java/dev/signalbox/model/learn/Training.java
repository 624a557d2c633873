package dev.signalbox.model.learn;

import dev.signalbox.contract.evaluation.CurvePoint;
import java.util.List;
import java.util.SortedMap;

/// What a learner made.
///
/// @param model scores rows
/// @param rounds boosting rounds used; 0 for other algorithms
/// @param stoppedEarly whether early stopping or the deadline ended it
/// @param outOfTime whether the deadline ended it: on a faster machine the model is another
/// @param trainCurve round against training loss, at most 200 points; empty for other algorithms
/// @param validCurve round against validation loss, likewise
/// @param parameters what the learner was told, by its own names, defaults spelt out
public record Training(
        FittedModel model,
        int rounds,
        boolean stoppedEarly,
        boolean outOfTime,
        List<CurvePoint> trainCurve,
        List<CurvePoint> validCurve,
        SortedMap<String, String> parameters) {}
