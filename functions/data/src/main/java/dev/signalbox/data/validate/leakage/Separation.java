package dev.signalbox.data.validate.leakage;

import java.util.Arrays;

/// How well a rule tells the classes apart, as the share of the errors of knowing nothing that it takes
/// away.
///
/// Two such shares are taken and the better one counts: of all rows against always naming the largest class,
/// and of the classes alike against guessing. The first misses a copy of a rare class with a little noise,
/// the second does not.
final class Separation {
    private final ClassCodes target;
    private final long[] wrong;
    private final long[] wrongBalanced;

    Separation(ClassCodes target) {
        this.target = target;
        this.wrong = new long[target.classes()];
        this.wrongBalanced = new long[target.classes()];
    }

    /// Takes in the rows for which a rule gives one answer.
    ///
    /// @param counts of each class among them
    /// @param leaveOut whether each row is judged by the others alone, so that a value seen once teaches
    ///     nothing
    void add(int[] counts, boolean leaveOut) {
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > 0) {
                wrong[label] += isWrong(counts, label, leaveOut, false) ? counts[label] : 0;
                wrongBalanced[label] += isWrong(counts, label, leaveOut, true) ? counts[label] : 0;
            }
        }
    }

    /// Whether not a single row was told wrongly.
    boolean isPerfect() {
        return Arrays.stream(wrong).sum() == 0;
    }

    /// Rows told wrongly.
    long errors() {
        return Arrays.stream(wrong).sum();
    }

    /// The share of errors taken away, 1 for a rule that is always right.
    ///
    /// @param doubt errors added before judging, so that little data cannot prove much
    double gain(double doubt) {
        int classes = target.classes();
        double majority = (double) Arrays.stream(target.sizes()).max().orElse(0) / target.rows();
        double plain = 1 - (errors() + doubt) / target.rows() / (1 - majority);
        double missed = 0;
        for (int label = 0; label < classes; label++) {
            missed += target.sizes()[label] == 0 ? 0 : (wrongBalanced[label] + doubt / classes) / target.sizes()[label];
        }
        double balanced = 1 - missed / classes / (1 - 1.0 / classes);
        return Math.max(plain, balanced);
    }

    private boolean isWrong(int[] counts, int label, boolean leaveOut, boolean balanced) {
        int less = leaveOut ? 1 : 0;
        double own = weight(counts[label] - less, label, balanced);
        if (own <= 0) {
            return true;
        }
        for (int other = 0; other < counts.length; other++) {
            if (other != label && weight(counts[other], other, balanced) >= own) {
                return true;
            }
        }
        return false;
    }

    private double weight(int count, int label, boolean balanced) {
        return balanced ? (double) count / target.sizes()[label] : count;
    }
}
