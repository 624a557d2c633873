package dev.signalbox.model.calibrate;

import dev.signalbox.contract.Require;
import dev.signalbox.model.learn.Predictions;

/// Every class's log probability times one number, then made to sum to 1: the order of the classes of a row
/// stays. Source: Guo and others, On calibration of modern neural networks, ICML 2017.
///
/// @param sharpness the inverse of the temperature, above 0: below 1 for a model that is too sure
public record TemperatureScaling(double sharpness) implements Calibrator {
    private static final double LEAST_PROBABILITY = 1e-12;

    public TemperatureScaling {
        Require.that(
                sharpness > 0 && Double.isFinite(sharpness),
                "sharpness is " + sharpness + "; expected a number above 0");
    }

    @Override
    public Predictions apply(Predictions predictions) {
        double[] values = new double[predictions.values().length];
        int width = predictions.width();
        for (int row = 0; row < predictions.rows(); row++) {
            double[] scaled = row(predictions, row, sharpness);
            System.arraycopy(scaled, 0, values, row * width, width);
        }
        return new Predictions(width, values);
    }

    static double[] row(Predictions predictions, int row, double sharpness) {
        double[] scaled = new double[predictions.width()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = sharpness * logarithm(predictions, row, k);
            largest = Math.max(largest, scaled[k]);
        }
        double sum = 0;
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = Math.exp(scaled[k] - largest);
            sum += scaled[k];
        }
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] /= sum;
        }
        return scaled;
    }

    static double logarithm(Predictions predictions, int row, int classCode) {
        return Math.log(Math.max(LEAST_PROBABILITY, predictions.at(row, classCode)));
    }
}
