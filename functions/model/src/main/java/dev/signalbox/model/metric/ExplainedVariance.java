package dev.signalbox.model.metric;

import dev.signalbox.model.learn.Predictions;

/// R²: 1 less the squared error over the squared distance to the mean of the very rows. Where the target is
/// constant, 1 for perfect predictions and 0 for others, as scikit-learn has it; not defined for fewer than
/// two rows.
final class ExplainedVariance implements WeightedMetric {
    private final double[] target;
    private final double[] squaredErrors;
    private final double shift;

    ExplainedVariance(Predictions predictions, double[] target) {
        this.target = target;
        this.squaredErrors = new double[target.length];
        double sum = 0;
        for (int row = 0; row < target.length; row++) {
            double error = predictions.at(row, 0) - target[row];
            squaredErrors[row] = error * error;
            sum += target[row];
        }
        // Distances are taken from near the mean, or their squares would cancel for large targets.
        this.shift = target.length == 0 ? 0 : sum / target.length;
    }

    @Override
    public double value(int[] weights) {
        double errors = 0;
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int row = 0; row < target.length; row++) {
            double distance = target[row] - shift;
            errors += weights[row] * squaredErrors[row];
            sum += weights[row] * distance;
            squares += weights[row] * distance * distance;
            count += weights[row];
        }
        double total = squares - sum * sum / count;
        return count < 2 ? Double.NaN : explained(errors, total, squares);
    }

    private static double explained(double errors, double total, double squares) {
        if (total <= 1e-14 * squares || total <= 0) {
            return errors == 0 ? 1 : 0;
        }
        return 1 - errors / total;
    }
}
