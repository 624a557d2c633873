package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.Ranks;
import java.util.Arrays;

/// How much of a number's variance a feature explains alone, 0 to 1.
final class Explained {
    private static final int LEAST_PAIRS = 30;

    private Explained() {}

    /// By a straight line, or by any rising or falling curve (Spearman's rank correlation), whichever
    /// explains more; 0 below 30 rows with both values.
    static Fit byNumber(double[] feature, double[] target) {
        double[] x = new double[feature.length];
        double[] y = new double[feature.length];
        int pairs = 0;
        for (int row = 0; row < feature.length; row++) {
            if (Double.isFinite(feature[row]) && Double.isFinite(target[row])) {
                x[pairs] = feature[row];
                y[pairs++] = target[row];
            }
        }
        if (pairs < LEAST_PAIRS) {
            return new Fit(0, 0, pairs);
        }
        double[] left = Arrays.copyOf(x, pairs);
        double[] right = Arrays.copyOf(y, pairs);
        return new Fit(squaredCorrelation(left, right), squaredCorrelation(Ranks.of(left), Ranks.of(right)), pairs);
    }

    /// By the mean of the other rows of the same category. A category that was seen once explains nothing.
    ///
    /// @param feature its category by row, -1 where missing
    /// @param count of categories
    static double byCategory(int[] feature, int count, double[] target) {
        int categories = count + 1;
        double[] sums = new double[categories];
        int[] rows = new int[categories];
        double total = 0;
        int present = 0;
        for (int row = 0; row < target.length; row++) {
            if (Double.isFinite(target[row])) {
                sums[feature[row] + 1] += target[row];
                rows[feature[row] + 1]++;
                total += target[row];
                present++;
            }
        }
        if (present < LEAST_PAIRS) {
            return 0;
        }
        double mean = total / present;
        double unexplained = 0;
        double variance = 0;
        for (int row = 0; row < target.length; row++) {
            if (Double.isFinite(target[row])) {
                int category = feature[row] + 1;
                double guess = rows[category] > 1 ? (sums[category] - target[row]) / (rows[category] - 1) : mean;
                unexplained += (target[row] - guess) * (target[row] - guess);
                variance += (target[row] - mean) * (target[row] - mean);
            }
        }
        return variance == 0 ? 0 : Math.max(0, 1 - unexplained / variance);
    }

    private static double squaredCorrelation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double squared = xx == 0 || yy == 0 ? 0 : xy * xy / (xx * yy);
        return Double.isFinite(squared) ? Math.min(1, squared) : 0;
    }

    /// What curves explain.
    ///
    /// @param line share by a straight line
    /// @param curve share by a rising or falling curve
    /// @param pairs rows with both values
    record Fit(double line, double curve, int pairs) {
        /// The greater share.
        double best() {
            return Math.max(line, curve);
        }
    }
}
