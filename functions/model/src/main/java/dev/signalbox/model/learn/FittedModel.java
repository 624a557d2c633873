package dev.signalbox.model.learn;

import dev.signalbox.model.matrix.Matrix;

/// A model that can be written to a [ModelFile] and explained towards a class of the caller's choice, which
/// is what a blend asks of its members.
///
/// After [#close] every other method raises [IllegalStateException].
public interface FittedModel extends TrainedModel {
    /// What goes in and what comes out.
    ModelShape shape();

    /// All that is needed to restore the model beside its header. Equal models have equal bytes.
    byte[] payload();

    /// How much each feature moves each row's score for a class, row-major `rows × features`, measured from
    /// the mean of the training rows: log-odds for two classes, the class's own margin (log-odds up to a
    /// constant that the classes share) for more, the target's unit for a regression.
    ///
    /// @param classes the class asked about, one a row; 0 for a regression
    double[] contributionsTowards(Matrix rows, int[] classes);

    /// Towards the most probable class of each row.
    @Override
    default double[] contributions(Matrix rows) {
        return contributionsTowards(rows, predict(rows).mostProbable());
    }
}
