package dev.signalbox.model.calibrate;

import dev.signalbox.contract.Require;
import dev.signalbox.model.learn.Predictions;

/// A calibrator that helps.
///
/// @param calibrator fitted on all validation rows; for rows to come
/// @param crossFitted the validation rows' probabilities, each by a calibrator that did not see the row:
///     these, not the calibrator's own, compare candidates honestly
/// @param lossBeforeNats log loss of the raw probabilities
/// @param lossAfterNats log loss of the cross-fitted ones; lower
public record Calibrated(Calibrator calibrator, Predictions crossFitted, double lossBeforeNats, double lossAfterNats) {
    public Calibrated {
        Require.present(calibrator, "calibrator");
        Require.present(crossFitted, "crossFitted");
        Require.that(
                lossAfterNats < lossBeforeNats,
                "the loss went from " + lossBeforeNats + " to " + lossAfterNats + "; expected a lower one");
    }
}
