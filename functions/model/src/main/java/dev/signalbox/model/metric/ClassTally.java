package dev.signalbox.model.metric;

import dev.signalbox.model.learn.Predictions;

/// Actual against predicted classes, where the predicted class is the most probable one and the first of
/// several equally probable: for two classes a threshold of one half, never a threshold tuned on the rows
/// that are being judged.
public final class ClassTally {
    private final int classCount;
    private final int[] actual;
    private final int[] predicted;

    /// @param predictions probabilities
    /// @param target class codes
    public ClassTally(Predictions predictions, double[] target) {
        this.classCount = predictions.width();
        this.predicted = predictions.mostProbable();
        this.actual = new int[target.length];
        for (int row = 0; row < actual.length; row++) {
            actual[row] = (int) target[row];
        }
    }

    /// Rows by actual class and predicted class.
    public long[][] counts() {
        long[][] counts = new long[classCount][classCount];
        for (int row = 0; row < actual.length; row++) {
            counts[actual[row]][predicted[row]]++;
        }
        return counts;
    }

    /// Mean of the shares found over the classes that have rows.
    double balancedAccuracy(int[] weights) {
        Sums sums = new Sums(weights);
        double sum = 0;
        int present = 0;
        for (int k = 0; k < classCount; k++) {
            if (sums.actual[k] > 0) {
                sum += (double) sums.found[k] / sums.actual[k];
                present++;
            }
        }
        return sum / present;
    }

    /// F1 of the positive class (code 1) for two classes; for more the mean over the classes that occur
    /// among actual or predicted ones. 0 where nothing was found.
    double f1(int[] weights) {
        Sums sums = new Sums(weights);
        if (classCount == 2) {
            return sums.named(1) == 0 ? 0 : sums.f1(1);
        }
        double sum = 0;
        int present = 0;
        for (int k = 0; k < classCount; k++) {
            if (sums.named(k) > 0) {
                sum += sums.f1(k);
                present++;
            }
        }
        return sum / present;
    }

    /// Weights by class.
    private final class Sums {
        private final long[] found = new long[classCount];
        private final long[] actual = new long[classCount];
        private final long[] predicted = new long[classCount];

        Sums(int[] weights) {
            int[] codes = ClassTally.this.actual;
            int[] guesses = ClassTally.this.predicted;
            for (int row = 0; row < weights.length; row++) {
                actual[codes[row]] += weights[row];
                predicted[guesses[row]] += weights[row];
                found[codes[row]] += codes[row] == guesses[row] ? weights[row] : 0;
            }
        }

        long named(int k) {
            return actual[k] + predicted[k];
        }

        double f1(int k) {
            return 2.0 * found[k] / named(k);
        }
    }
}
