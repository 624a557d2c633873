package dev.signalbox.model.gate;

import dev.signalbox.model.learn.Predictions;
import java.util.Arrays;

/// What one would say of every row who knows the training targets only: the shares of the classes, with one
/// row added to each so that none is impossible (Laplace's rule), or the mean. The same that a baseline
/// candidate learns.
final class Baseline {
    private Baseline() {}

    /// @param trainTarget class codes or numbers
    /// @param classCount 0 for a regression
    /// @param rows how many are to be predicted
    static Predictions of(double[] trainTarget, int classCount, int rows) {
        double[] one = classCount == 0 ? new double[] {mean(trainTarget)} : shares(trainTarget, classCount);
        double[] values = new double[rows * one.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = one[i % one.length];
        }
        return new Predictions(one.length, values);
    }

    private static double mean(double[] target) {
        double sum = 0;
        for (double value : target) {
            sum += value;
        }
        return sum / Math.max(1, target.length);
    }

    private static double[] shares(double[] target, int classCount) {
        double[] shares = new double[classCount];
        Arrays.fill(shares, 1);
        for (double code : target) {
            shares[(int) code]++;
        }
        for (int k = 0; k < classCount; k++) {
            shares[k] /= target.length + (double) classCount;
        }
        return shares;
    }
}
