package dev.signalbox.model.learn;

import dev.signalbox.model.calibrate.Calibrator;
import dev.signalbox.model.matrix.Matrix;

/// A model whose probabilities are corrected. Contributions are those of the model before the correction,
/// towards the class that is the most probable one after it.
///
/// @param model what is corrected; closed with this
/// @param calibrator the correction
public record CalibratedModel(FittedModel model, Calibrator calibrator) implements FittedModel {
    @Override
    public ModelShape shape() {
        return model.shape();
    }

    @Override
    public Predictions predict(Matrix rows) {
        return calibrator.apply(model.predict(rows));
    }

    @Override
    public double[] contributionsTowards(Matrix rows, int[] classes) {
        return model.contributionsTowards(rows, classes);
    }

    @Override
    public byte[] payload() {
        return model.payload();
    }

    @Override
    public void close() {
        model.close();
    }
}
