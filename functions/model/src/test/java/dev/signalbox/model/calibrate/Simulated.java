package dev.signalbox.model.calibrate;

import dev.signalbox.model.learn.Predictions;
import java.util.SplittableRandom;

/// Predictions whose truth is known.
///
/// @param predictions probabilities, sharpened
/// @param target drawn from the probabilities before they were sharpened
@SuppressWarnings("ArrayRecordComponent")
record Simulated(Predictions predictions, double[] target) {
    /// @param sharpness what the log-odds are multiplied with: 1 for a calibrated model
    static Simulated binary(int rows, double sharpness, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] positive = new double[rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            double logOdds = 3 * (random.nextDouble() * 2 - 1);
            positive[row] = PlattScaling.sigmoid(sharpness * logOdds);
            target[row] = random.nextDouble() < PlattScaling.sigmoid(logOdds) ? 1 : 0;
        }
        return new Simulated(binary(positive), target);
    }

    static Simulated several(int rows, int classCount, double sharpness, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] truth = new double[rows * classCount];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int k = 0; k < classCount; k++) {
                truth[row * classCount + k] = Math.exp(2 * (random.nextDouble() * 2 - 1));
                sum += truth[row * classCount + k];
            }
            double drawn = random.nextDouble() * sum;
            for (int k = 0; k < classCount; k++) {
                target[row] = drawn >= 0 ? k : target[row];
                drawn -= truth[row * classCount + k];
                truth[row * classCount + k] /= sum;
            }
        }
        Predictions predictions = new Predictions(classCount, truth);
        return new Simulated(new TemperatureScaling(sharpness).apply(predictions), target);
    }

    static Predictions binary(double[] positive) {
        double[] values = new double[positive.length * 2];
        for (int row = 0; row < positive.length; row++) {
            values[2 * row] = 1 - positive[row];
            values[2 * row + 1] = positive[row];
        }
        return new Predictions(2, values);
    }
}
