package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.Ranks;
import java.util.Arrays;

/// The rule of a feature with numbers: intervals, each with the class that is most frequent in it, found
/// like a small decision tree by Gini impurity. At most about twice as many intervals as classes, and no
/// tiny ones.
///
/// Source: L. Breiman et al., "Classification and Regression Trees", 1984, chapter 2.
final class IntervalRule {
    private static final int LEAST_IN_INTERVAL = 3;
    private static final int INTERVALS_PER_TABLE = 200;

    private final ClassCodes target;
    private final double[] values;
    private final int[] labels;
    private final int least;
    private final Separation separation;

    private IntervalRule(ClassCodes target, double[] values, int[] labels) {
        this.target = target;
        this.values = values;
        this.labels = labels;
        this.least = Math.max(LEAST_IN_INTERVAL, values.length / INTERVALS_PER_TABLE);
        this.separation = new Separation(target);
    }

    /// How well intervals tell the classes apart; rows without a value form an interval of their own.
    static Separation judge(double[] feature, ClassCodes target) {
        int[] missing = new int[target.classes()];
        int[] order = new int[feature.length];
        int present = 0;
        for (int row = 0; row < feature.length; row++) {
            if (target.codes()[row] >= 0 && !Double.isNaN(feature[row])) {
                order[present++] = row;
            } else if (target.codes()[row] >= 0) {
                missing[target.codes()[row]]++;
            }
        }
        int[] rows = Ranks.ascending(feature, Arrays.copyOf(order, present));
        double[] values = new double[present];
        int[] labels = new int[present];
        for (int i = 0; i < present; i++) {
            values[i] = feature[rows[i]];
            labels[i] = target.codes()[rows[i]];
        }
        IntervalRule rule = new IntervalRule(target, values, labels);
        int depth = 33 - Integer.numberOfLeadingZeros(Math.max(1, target.classes() - 1));
        rule.split(0, present, depth);
        rule.separation.add(missing, false);
        return rule.separation;
    }

    private void split(int from, int to, int depth) {
        int[] right = new int[target.classes()];
        for (int i = from; i < to; i++) {
            right[labels[i]]++;
        }
        int[] whole = right.clone();
        int best = depth == 0 ? -1 : bestCut(from, to, right);
        if (best < 0) {
            separation.add(whole, false);
        } else {
            split(from, best, depth - 1);
            split(best, to, depth - 1);
        }
    }

    /// The first row of the right part; -1 where no cut makes the parts purer.
    private int bestCut(int from, int to, int[] right) {
        int[] left = new int[right.length];
        double leftSquares = 0;
        double rightSquares = 0;
        for (int count : right) {
            rightSquares += (double) count * count;
        }
        double bestPurity = rightSquares / Math.max(1, to - from) + 1e-9;
        int best = -1;
        for (int i = from; i < to - 1; i++) {
            int label = labels[i];
            leftSquares += 2.0 * left[label]++ + 1;
            rightSquares -= 2.0 * right[label]-- - 1;
            int leftRows = i + 1 - from;
            int rightRows = to - i - 1;
            if (values[i] < values[i + 1] && leftRows >= least && rightRows >= least) {
                double purity = leftSquares / leftRows + rightSquares / rightRows;
                if (purity > bestPurity) {
                    bestPurity = purity;
                    best = i + 1;
                }
            }
        }
        return best;
    }
}
