package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;
import dev.signalbox.model.matrix.Matrix;

/// One fold of a cross-validation. Its features were fitted on its own training rows, so that they may differ
/// from those of other folds.
///
/// @param train rows to learn from
/// @param valid rows that the fold's model is asked about, none of them in `train`; one or more
public record Fold(Matrix train, Matrix valid) {
    public Fold {
        Require.present(train, "train");
        Require.that(valid.rows() > 0, "valid has no rows; expected one or more");
    }
}
