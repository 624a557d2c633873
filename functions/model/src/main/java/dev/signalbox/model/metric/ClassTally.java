package dev.signalbox.model.metric;

import dev.signalbox.model.learn.Predictions;

/// Actual against predicted classes, where the predicted class is the most probable one and the first of several
/// equally probable: for two classes a threshold of one half, never a threshold tuned on the rows that are being
/// judged.
public final class ClassTally {
    private final int classCount;
    private final int[] cells;

    /// @param predictions probabilities
    /// @param target class codes
    public ClassTally(Predictions predictions, double[] target) {
        this.classCount = predictions.width();
        this.cells = new int[target.length];
        for (int row = 0; row < cells.length; row++) {
            int actual = (int) target[row];
            cells[row] = actual * classCount + mostProbable(predictions, row);
        }
    }

    /// The most probable class of a row.
    public static int mostProbable(Predictions predictions, int row) {
        int best = 0;
        for (int k = 1; k < predictions.width(); k++) {
            if (predictions.at(row, k) > predictions.at(row, best)) {
                best = k;
            }
        }
        return best;
    }

    /// Rows by actual class and predicted class, `actual × classCount + predicted`.
    public long[] counts(int[] weights) {
        long[] counts = new long[classCount * classCount];
        for (int row = 0; row < cells.length; row++) {
            counts[cells[row]] += weights[row];
        }
        return counts;
    }

    /// Mean of the shares found over the classes that have rows.
    double balancedAccuracy(int[] weights) {
        long[] counts = counts(weights);
        double sum = 0;
        int present = 0;
        for (int k = 0; k < classCount; k++) {
            long actual = actual(counts, k);
            if (actual > 0) {
                sum += (double) counts[k * classCount + k] / actual;
                present++;
            }
        }
        return sum / present;
    }

    /// F1 of the positive class (code 1) for two classes; for more the mean over the classes that occur among
    /// actual or predicted ones. 0 where nothing was found.
    double f1(int[] weights) {
        long[] counts = counts(weights);
        if (classCount == 2) {
            return Math.max(0, f1(counts, 1));
        }
        double sum = 0;
        int present = 0;
        for (int k = 0; k < classCount; k++) {
            double f1 = f1(counts, k);
            if (f1 >= 0) {
                sum += f1;
                present++;
            }
        }
        return sum / present;
    }

    private double f1(long[] counts, int k) {
        long named = actual(counts, k) + predicted(counts, k);
        return named == 0 ? -1 : 2.0 * counts[k * classCount + k] / named;
    }

    private long actual(long[] counts, int k) {
        long sum = 0;
        for (int other = 0; other < classCount; other++) {
            sum += counts[k * classCount + other];
        }
        return sum;
    }

    private long predicted(long[] counts, int k) {
        long sum = 0;
        for (int other = 0; other < classCount; other++) {
            sum += counts[other * classCount + k];
        }
        return sum;
    }
}
