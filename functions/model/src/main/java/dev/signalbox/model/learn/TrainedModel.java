package dev.signalbox.model.learn;

import dev.signalbox.model.matrix.Matrix;

/// A model that scores rows. Safe for use by several threads; holds native memory until it is closed.
public interface TrainedModel extends AutoCloseable {
    /// Scores rows that have the features of the training matrix. Row by row: the answer for a row does not
    /// depend on others.
    Predictions predict(Matrix rows);

    /// How much each feature moves each row's score, row-major `rows × features`: log-odds of the most
    /// probable class, or the target's unit.
    double[] contributions(Matrix rows);

    @Override
    void close();
}
