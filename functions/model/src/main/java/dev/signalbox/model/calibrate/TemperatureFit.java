package dev.signalbox.model.calibrate;

import dev.signalbox.model.learn.Predictions;

/// Newton's method for the sharpness on its logarithm's safe side: the log loss is convex in it. Targets are
/// drawn in by one row a class, so that rows which happen to be told apart perfectly do not make a model
/// endlessly sure. Source: Platt, Probabilistic outputs for support vector machines, 1999, for several
/// classes.
final class TemperatureFit {
    private static final double LEAST = 0.02;
    private static final double MOST = 50;
    private static final int MOST_STEPS = 60;
    private static final double PRECISION = 1e-9;

    private TemperatureFit() {}

    /// Bisects on the sign of the slope of the loss, with Newton's step wherever it stays within the
    /// bracket.
    static TemperatureScaling fit(Predictions predictions, double[] target, int[] rows) {
        double[] drawnIn = drawnIn(target, rows, predictions.width());
        double low = LEAST;
        double high = MOST;
        double sharpness = 1;
        for (int step = 0; step < MOST_STEPS && high - low > PRECISION; step++) {
            double[] slopes = slopes(predictions, target, rows, sharpness, drawnIn);
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
    private static double[] slopes(
            Predictions predictions, double[] target, int[] rows, double sharpness, double[] drawnIn) {
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
            first += mean - wanted(predictions, row, (int) target[row], drawnIn);
            second += squares - mean * mean;
        }
        return new double[] {first, second};
    }

    /// What a row of each class is wanted to get for its own class: (rows + 1) / (rows + classes).
    private static double[] drawnIn(double[] target, int[] rows, int classCount) {
        double[] own = new double[classCount];
        for (int row : rows) {
            own[(int) target[row]]++;
        }
        for (int k = 0; k < classCount; k++) {
            own[k] = (own[k] + 1) / (own[k] + classCount);
        }
        return own;
    }

    /// The mean log probability under the drawn-in target: the rest is shared by the other classes.
    private static double wanted(Predictions predictions, int row, int actual, double[] drawnIn) {
        double others = (1 - drawnIn[actual]) / (drawnIn.length - 1);
        double mean = 0;
        for (int k = 0; k < drawnIn.length; k++) {
            mean += (k == actual ? drawnIn[actual] : others) * TemperatureScaling.logarithm(predictions, row, k);
        }
        return mean;
    }
}
