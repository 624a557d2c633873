package dev.signalbox.model.train;

import dev.signalbox.model.calibrate.Calibrated;
import dev.signalbox.model.calibrate.Calibrator;
import dev.signalbox.model.learn.CalibratedModel;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model after calibration, with what it says of the validation rows.
///
/// @param model calibrated where that helps; closed with this
/// @param calibrator null where it does not help
/// @param validPredictions cross-fitted where calibrated, so that candidates are compared by probabilities
///     of which no calibrator saw the row
record Outcome(FittedModel model, @Nullable Calibrator calibrator, Predictions validPredictions)
        implements AutoCloseable {
    /// Calibrates a model; closes it where that fails. After a cross-validation the calibrator is fitted on
    /// predictions of the folds' models and applied to the one that learned from all rows, as scikit-learn's
    /// `CalibratedClassifierCV` does without an ensemble.
    ///
    /// @param learned whether it learned anything from the features; what says the same of every row is left
    ///     alone
    /// @param raw for the validation rows, by models that did not see them
    /// @param target of the validation rows
    static Outcome of(FittedModel trained, boolean learned, Predictions raw, double[] target, TrainingContext context) {
        Outcome outcome = null;
        try {
            Optional<Calibrated> helped =
                    learned ? Calibrator.fit(raw, target, context.classCount(), context.seed()) : Optional.empty();
            outcome = helped.map(calibrated -> new Outcome(
                            new CalibratedModel(trained, calibrated.calibrator()),
                            calibrated.calibrator(),
                            calibrated.crossFitted()))
                    .orElseGet(() -> new Outcome(trained, null, raw));
            return outcome;
        } finally {
            if (outcome == null) {
                trained.close();
            }
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
