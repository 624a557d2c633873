package dev.signalbox.model.metric;

import dev.signalbox.model.learn.Predictions;
import java.util.function.IntToDoubleFunction;

/// Measures that are means over the rows, with each row's term computed once: log loss, Brier, accuracy, MAE
/// and, as the root of such a mean, RMSE.
final class MeanTerms implements WeightedMetric {
    private static final double EPSILON = Math.ulp(1.0);
    private final double[] terms;
    private final boolean root;

    private MeanTerms(int rows, boolean root, IntToDoubleFunction term) {
        this.terms = new double[rows];
        this.root = root;
        for (int row = 0; row < rows; row++) {
            terms[row] = term.applyAsDouble(row);
        }
    }

    /// Nats, with the probability of the actual class cut to the range from 2⁻⁵² to 1 - 2⁻⁵² as scikit-learn
    /// cuts it.
    static MeanTerms logLoss(Predictions predictions, double[] target) {
        return new MeanTerms(target.length, false, row -> -Math.log(cut(predictions.at(row, (int) target[row]))));
    }

    /// Squared error of the positive class for two classes; summed over all classes for more. Source: Brier,
    /// Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1950; halved
    /// for two classes as scikit-learn does.
    static MeanTerms brier(Predictions predictions, double[] target) {
        return new MeanTerms(target.length, false, row -> brierTerm(predictions, row, (int) target[row]));
    }

    static MeanTerms accuracy(Predictions predictions, double[] target) {
        int[] predicted = predictions.mostProbable();
        return new MeanTerms(target.length, false, row -> predicted[row] == target[row] ? 1 : 0);
    }

    static MeanTerms absolute(Predictions predictions, double[] target) {
        return new MeanTerms(target.length, false, row -> Math.abs(predictions.at(row, 0) - target[row]));
    }

    static MeanTerms rootOfSquares(Predictions predictions, double[] target) {
        return new MeanTerms(target.length, true, row -> square(predictions.at(row, 0) - target[row]));
    }

    @Override
    public double value(int[] weights) {
        double sum = 0;
        long count = 0;
        for (int row = 0; row < terms.length; row++) {
            sum += weights[row] * terms[row];
            count += weights[row];
        }
        double mean = sum / count;
        return root ? Math.sqrt(mean) : mean;
    }

    private static double brierTerm(Predictions predictions, int row, int actual) {
        if (predictions.width() == 2) {
            return square(predictions.at(row, 1) - actual);
        }
        double sum = 0;
        for (int k = 0; k < predictions.width(); k++) {
            sum += square(predictions.at(row, k) - (k == actual ? 1 : 0));
        }
        return sum;
    }

    private static double cut(double probability) {
        return Math.min(1 - EPSILON, Math.max(EPSILON, probability));
    }

    private static double square(double x) {
        return x * x;
    }
}
