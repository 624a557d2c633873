package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.matrix.Matrix;

/// Checks and sums of the target.
final class Targets {
    private Targets() {}

    /// Raises [InvalidInput] where rows or targets are missing, a class code is unknown or a number is not
    /// finite.
    static void require(Matrix matrix, int classCount, String part) {
        double[] target = matrix.target();
        if (target.length != matrix.rows()) {
            throw new InvalidInput(
                    "The " + part + " matrix has " + matrix.rows() + " rows and no target; expected one each.",
                    "Run Prepare again.");
        }
        for (int row = 0; row < target.length; row++) {
            double value = target[row];
            boolean fits = classCount == 0
                    ? Double.isFinite(value)
                    : value >= 0 && value < classCount && value == Math.rint(value);
            if (!fits) {
                throw new InvalidInput(
                        "The target of row " + row + " of the " + part + " matrix is " + value + "; expected "
                                + (classCount == 0 ? "a finite number" : "a class from 0 to " + (classCount - 1))
                                + ".",
                        "Run Prepare again.");
            }
        }
    }

    /// Raises [InvalidInput] where there is no row, or a classification has only one class to learn.
    static void requireLearnable(Matrix train, int classCount) {
        if (train.rows() == 0) {
            throw new InvalidInput("The training matrix has no rows; expected one or more.", "Use more data.");
        }
        if (classCount > 0 && present(counts(train.target(), classCount)) < 2) {
            throw new InvalidInput(
                    "The training rows have one class only; expected two or more.",
                    "Use more data, or split it so that each class is in the training part.");
        }
    }

    /// Rows of each class.
    static long[] counts(double[] target, int classCount) {
        long[] counts = new long[classCount];
        for (double code : target) {
            counts[(int) code]++;
        }
        return counts;
    }

    /// Classes that occur.
    static int present(long[] counts) {
        int present = 0;
        for (long count : counts) {
            present += count > 0 ? 1 : 0;
        }
        return present;
    }

    /// A weight for each class, inversely proportional to its frequency, such that the rows' mean weight is
    /// 1; all 1 where not balanced. Source: King and Zeng, Logistic regression in rare events data,
    /// Political Analysis 2001.
    static float[] classWeights(double[] target, int classCount, boolean balanced) {
        long[] counts = counts(target, classCount);
        int present = present(counts);
        float[] weights = new float[classCount];
        for (int code = 0; code < classCount; code++) {
            weights[code] = balanced && counts[code] > 0
                    ? (float) ((double) target.length / ((double) present * counts[code]))
                    : 1;
        }
        return weights;
    }
}
