package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.model.matrix.Matrix;

/// What both boosting libraries are given, checked and in their units.
///
/// @param shape of the model to be
/// @param train rows to learn from
/// @param valid rows to stop by; may be none
/// @param scale of a regression's labels
record BoostingRows(ModelShape shape, Part train, Part valid, TargetScale scale) {

    /// One matrix.
    ///
    /// @param values row-major, as [CleanRows] gives them
    /// @param labels class codes, or numbers in standard units
    /// @param weights one a row; empty where all weigh the same
    @SuppressWarnings("ArrayRecordComponent")
    record Part(float[] values, float[] labels, float[] weights) {
        int rows() {
            return labels.length;
        }
    }

    /// Raises [dev.signalbox.contract.failure.InvalidInput] where the matrices cannot be learned from.
    static BoostingRows of(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        int classCount = context.classCount();
        Targets.require(train, classCount, "training");
        Targets.require(valid, classCount, "validation");
        Targets.requireLearnable(train, classCount);
        ModelShape shape = new ModelShape(context.task(), classCount, train.features());
        TargetScale scale = classCount == 0 ? TargetScale.of(train.target()) : TargetScale.IDENTITY;
        boolean balanced = classCount > 0 && spec.parameter(Hyperparameter.BALANCED, 0) == 1;
        float[] classWeights = balanced ? Targets.classWeights(train.target(), classCount, true) : new float[0];
        return new BoostingRows(
                shape, part(shape, train, scale, classWeights), part(shape, valid, scale, classWeights), scale);
    }

    private static Part part(ModelShape shape, Matrix matrix, TargetScale scale, float[] classWeights) {
        float[] labels = new float[matrix.rows()];
        float[] weights = new float[classWeights.length == 0 ? 0 : matrix.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) scale.standard(matrix.target()[row]);
            if (weights.length > 0) {
                weights[row] = classWeights[(int) matrix.target()[row]];
            }
        }
        return new Part(CleanRows.of(shape.features(), matrix), labels, weights);
    }
}
