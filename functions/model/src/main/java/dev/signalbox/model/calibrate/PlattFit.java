package dev.signalbox.model.calibrate;

import dev.signalbox.model.learn.Predictions;
import java.util.Optional;

/// Newton's method for Platt's two numbers, with a line search. Targets are drawn in by Platt's prior, so
/// that probabilities never become 0 or 1.
final class PlattFit {
    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-12;
    private static final double LEAST_GRADIENT = 1e-9;
    private static final double LEAST_STEP = 1e-10;

    private final double[] logOdds;
    private final double[] wanted;

    private double slope = 1;
    private double intercept = 0;

    PlattFit(Predictions predictions, double[] target, int[] rows) {
        this.logOdds = new double[rows.length];
        this.wanted = new double[rows.length];
        int positives = 0;
        for (int row : rows) {
            positives += (int) target[row];
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (rows.length - positives + 2.0);
        for (int i = 0; i < rows.length; i++) {
            logOdds[i] = PlattScaling.logOdds(predictions.at(rows[i], 1));
            wanted[i] = target[rows[i]] == 1 ? high : low;
        }
    }

    /// Empty when the slope would not be above 0: a model whose order is wrong is not to be calibrated.
    Optional<PlattScaling> fit() {
        double loss = loss(slope, intercept);
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = newton(loss);
            if (!(next < loss)) {
                break;
            }
            loss = next;
        }
        return slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept)
                ? Optional.of(new PlattScaling(slope, intercept))
                : Optional.empty();
    }

    /// One step; answers with the new loss, or the old one where there is nothing to gain.
    private double newton(double loss) {
        double gradientSlope = 0;
        double gradientIntercept = 0;
        double h11 = RIDGE;
        double h12 = 0;
        double h22 = RIDGE;
        for (int i = 0; i < logOdds.length; i++) {
            double p = PlattScaling.sigmoid(slope * logOdds[i] + intercept);
            double curvature = p * (1 - p);
            gradientSlope += logOdds[i] * (p - wanted[i]);
            gradientIntercept += p - wanted[i];
            h11 += logOdds[i] * logOdds[i] * curvature;
            h12 += logOdds[i] * curvature;
            h22 += curvature;
        }
        if (Math.abs(gradientSlope) + Math.abs(gradientIntercept) < LEAST_GRADIENT * logOdds.length) {
            return loss;
        }
        double determinant = h11 * h22 - h12 * h12;
        return search(
                loss,
                -(h22 * gradientSlope - h12 * gradientIntercept) / determinant,
                -(h11 * gradientIntercept - h12 * gradientSlope) / determinant);
    }

    private double search(double loss, double slopeStep, double interceptStep) {
        for (double share = 1; share > LEAST_STEP; share /= 2) {
            double next = loss(slope + share * slopeStep, intercept + share * interceptStep);
            if (next < loss) {
                slope += share * slopeStep;
                intercept += share * interceptStep;
                return next;
            }
        }
        return loss;
    }

    private double loss(double a, double b) {
        double sum = 0;
        for (int i = 0; i < logOdds.length; i++) {
            double x = a * logOdds[i] + b;
            double softplus = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
            sum += softplus - wanted[i] * x;
        }
        return sum;
    }
}
