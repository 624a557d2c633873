package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.model.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/// Learns a model. Same matrices, knobs and seed: same bytes.
public interface Trainer {
    /// Learns from `train`, stops early by `valid`.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the matrices cannot be learned from and
    /// [dev.signalbox.contract.failure.ResourceExhausted] where the deadline passed before there was
    /// anything.
    ///
    /// @param valid without rows, all rounds are learned
    Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context);

    /// Learns a model a fold and asks it about the fold's validation rows. The models are not kept.
    ///
    /// Raises what [#train] raises.
    default CrossValidation crossValidate(List<Fold> folds, CandidateSpec spec, TrainingContext context) {
        List<Predictions> predictions = new ArrayList<>();
        boolean stoppedEarly = false;
        boolean outOfTime = false;
        for (Fold fold : folds) {
            Training training = train(fold.train(), fold.valid(), spec, context);
            try (FittedModel model = training.model()) {
                predictions.add(model.predict(fold.valid()));
            }
            stoppedEarly |= training.stoppedEarly();
            outOfTime |= training.outOfTime();
        }
        return new CrossValidation(predictions, 0, stoppedEarly, outOfTime, List.of(), List.of());
    }
}
