package dev.signalbox.model.predict;

import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;

/// A model whose answer depends on every feature and on its being missing.
final class StepModel implements TrainedModel {
    @Override
    public Predictions predict(Matrix rows) {
        double[] values = new double[rows.rows() * 2];
        for (int row = 0; row < rows.rows(); row++) {
            double sum = 0;
            for (int i = 0; i < rows.features().size(); i++) {
                sum += (Float.isNaN(rows.at(row, i)) ? 0.7 : rows.at(row, i)) * (i + 1);
            }
            values[row * 2 + 1] = 1 / (1 + Math.exp(-sum / 100));
            values[row * 2] = 1 - values[row * 2 + 1];
        }
        return new Predictions(2, values);
    }

    @Override
    public double[] contributions(Matrix rows) {
        double[] moves = new double[rows.values().length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Float.isNaN(rows.values()[i]) ? 0 : rows.values()[i];
        }
        return moves;
    }

    @Override
    public void close() {}
}
