package dev.signalbox.model.calibrate;

import dev.signalbox.model.learn.Predictions;

/// Newton's method for the sharpness on its logarithm's safe side: the log loss is convex in it.
final class TemperatureFit {
    private static final double LEAST = 0.02;
    private static final double MOST = 50;
    private static final int MOST_STEPS = 60;
    private static final double PRECISION = 1e-9;

    private TemperatureFit() {}

    /// Bisects on the sign of the slope of the loss, with Newton's step wherever it stays within the bracket.
    static TemperatureScaling fit(Predictions predictions, double[] target, int[] rows) {
        double low = LEAST;
        double high = MOST;
        double sharpness = 1;
        for (int step = 0; step < MOST_STEPS && high - low > PRECISION; step++) {
            double[] slopes = slopes(predictions, target, rows, sharpness);
            if (slopes[0] > 0) {
                high = sharpness;
            } else {
                low = sharpness;
            }
            double newton = sharpness - slopes[0] / slopes[1];
            boolean inside = newton > low && newton < high;
            double next = inside ? newton : Math.sqrt(low * high);
            if (inside && Math.abs(next - sharpness) < PRECISION) {
                break;
            }
            sharpness = next;
        }
        return new TemperatureScaling(sharpness);
    }

    /// First and second derivative of the loss by the sharpness.
    private static double[] slopes(Predictions predictions, double[] target, int[] rows, double sharpness) {
        double first = 0;
        double second = 0;
        for (int row : rows) {
            double[] scaled = TemperatureScaling.row(predictions, row, sharpness);
            double mean = 0;
            double squares = 0;
            for (int k = 0; k < scaled.length; k++) {
                double logarithm = TemperatureScaling.logarithm(predictions, row, k);
                mean += scaled[k] * logarithm;
                squares += scaled[k] * logarithm * logarithm;
            }
            first += mean - TemperatureScaling.logarithm(predictions, row, (int) target[row]);
            second += squares - mean * mean;
        }
        return new double[] {first, second};
    }
}
