package dev.signalbox.model.calibrate;

import dev.signalbox.contract.Require;
import dev.signalbox.model.learn.Predictions;

/// A logistic regression on the log-odds of the positive class. Source: Platt, Probabilistic outputs for
/// support vector machines, 1999, with the Newton iteration of Lin, Lin and Weng, Machine Learning 68, 2007.
///
/// @param slope of the log-odds, above 0: below 1 for a model that is too sure
/// @param intercept in log-odds
public record PlattScaling(double slope, double intercept) implements Calibrator {
    public PlattScaling {
        Require.that(slope > 0 && Double.isFinite(slope), "slope is " + slope + "; expected a number above 0");
        Require.that(Double.isFinite(intercept), "intercept is " + intercept + "; expected a finite number");
    }

    @Override
    public Predictions apply(Predictions predictions) {
        double[] values = new double[predictions.values().length];
        for (int row = 0; row < predictions.rows(); row++) {
            double p = sigmoid(slope * logOdds(predictions.at(row, 1)) + intercept);
            values[2 * row] = 1 - p;
            values[2 * row + 1] = p;
        }
        return new Predictions(2, values);
    }

    static double logOdds(double probability) {
        double p = Math.min(1 - 1e-12, Math.max(1e-12, probability));
        return Math.log(p) - Math.log1p(-p);
    }

    static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}
