package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.model.matrix.Matrix;

/// Learns a model. Same matrices, knobs and seed: same bytes.
public interface Trainer {
    /// Learns from `train`, stops early by `valid`.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the matrices cannot be learned from and
    /// [dev.signalbox.contract.failure.ResourceExhausted] where the deadline passed before there was
    /// anything.
    Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context);
}
