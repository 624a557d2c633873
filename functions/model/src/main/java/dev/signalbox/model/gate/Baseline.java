package dev.signalbox.model.gate;

import dev.signalbox.model.learn.Predictions;

/// What one would say of every row who knows the training targets only: the shares of the classes, or the mean.
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
        for (double code : target) {
            shares[(int) code] += 1.0 / target.length;
        }
        return shares;
    }
}
