package dev.signalbox.model.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// How a linear model sees features, fitted on the training rows: numbers standardised, a missing number as
/// the mean and an indicator of its own, each category a column, a missing or unseen one a column where
/// training rows had it and nothing where they had not. Each feature of a row fills at most one column.
final class LinearEncoding {
    private final int[] categories;
    private final double[] means;
    private final double[] deviations;
    private final double[][] shares;
    private final int[] starts;
    private final int columnCount;

    /// @param categories codes a feature; 0 for a number
    /// @param means of numbers; 0 for categories
    /// @param deviations of numbers, 1 where they are all alike and for categories
    /// @param shares of training rows that fill a feature's columns, its missing values last
    private LinearEncoding(int[] categories, double[] means, double[] deviations, double[][] shares) {
        this.categories = categories;
        this.means = means;
        this.deviations = deviations;
        this.shares = shares;
        this.starts = new int[categories.length];
        int next = 0;
        for (int feature = 0; feature < categories.length; feature++) {
            starts[feature] = next;
            next += shares[feature].length - (missingShare(feature) > 0 ? 0 : 1);
        }
        this.columnCount = next;
    }

    static LinearEncoding fit(float[] values, float[] categoryCounts) {
        int width = categoryCounts.length;
        int[] categories = new int[width];
        double[] means = new double[width];
        double[] deviations = new double[width];
        double[][] shares = new double[width][];
        for (int feature = 0; feature < width; feature++) {
            categories[feature] = (int) categoryCounts[feature];
            shares[feature] = shares(values, feature, width, categories[feature]);
            NumberScale scale = categories[feature] == 0 ? NumberScale.of(values, feature, width) : NumberScale.NONE;
            means[feature] = scale.mean();
            deviations[feature] = scale.deviation();
        }
        return new LinearEncoding(categories, means, deviations, shares);
    }

    int columnCount() {
        return columnCount;
    }

    int featureCount() {
        return categories.length;
    }

    /// Fills for each feature of the row that begins at `at` its column (-1 where it fills none) and what
    /// stands there.
    void encode(float[] values, int at, int[] columns, double[] amounts) {
        for (int feature = 0; feature < categories.length; feature++) {
            float value = values[at + feature];
            if (Float.isNaN(value)) {
                columns[feature] = missingShare(feature) > 0 ? starts[feature] + shares[feature].length - 1 : -1;
                amounts[feature] = 1;
            } else if (categories[feature] > 0) {
                columns[feature] = starts[feature] + (int) value;
                amounts[feature] = 1;
            } else {
                columns[feature] = starts[feature];
                amounts[feature] = (value - means[feature]) / deviations[feature];
            }
        }
    }

    /// What a feature adds to the margin of the mean training row, by the weights of one output that begin
    /// at `start`.
    double meanEffect(int feature, double[] weights, int start) {
        double effect = 0;
        int present = categories[feature] == 0 ? 0 : categories[feature];
        for (int i = 0; i < present; i++) {
            effect += shares[feature][i] * weights[start + starts[feature] + i];
        }
        double missing = missingShare(feature);
        return missing > 0 ? effect + missing * weights[start + starts[feature] + shares[feature].length - 1] : effect;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(categories.length);
        for (int feature = 0; feature < categories.length; feature++) {
            out.writeInt(categories[feature]);
            out.writeDouble(means[feature]);
            out.writeDouble(deviations[feature]);
            for (double share : shares[feature]) {
                out.writeDouble(share);
            }
        }
    }

    static LinearEncoding read(DataInputStream in) throws IOException {
        int width = in.readInt();
        int[] categories = new int[width];
        double[] means = new double[width];
        double[] deviations = new double[width];
        double[][] shares = new double[width][];
        for (int feature = 0; feature < width; feature++) {
            categories[feature] = in.readInt();
            means[feature] = in.readDouble();
            deviations[feature] = in.readDouble();
            shares[feature] = new double[columns(categories[feature]) + 1];
            for (int i = 0; i < shares[feature].length; i++) {
                shares[feature][i] = in.readDouble();
            }
        }
        return new LinearEncoding(categories, means, deviations, shares);
    }

    private double missingShare(int feature) {
        return shares[feature][shares[feature].length - 1];
    }

    private static int columns(int categories) {
        return Math.max(1, categories);
    }

    private static double[] shares(float[] values, int feature, int width, int categories) {
        double[] counts = new double[columns(categories) + 1];
        int rows = values.length / width;
        for (int at = feature; at < values.length; at += width) {
            float value = values[at];
            counts[Float.isNaN(value) ? counts.length - 1 : categories == 0 ? 0 : (int) value]++;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= Math.max(1, rows);
        }
        return counts;
    }

    /// Mean and standard deviation of the values that are there.
    private record NumberScale(double mean, double deviation) {
        static final NumberScale NONE = new NumberScale(0, 1);

        static NumberScale of(float[] values, int feature, int width) {
            double sum = 0;
            long count = 0;
            for (int at = feature; at < values.length; at += width) {
                if (!Float.isNaN(values[at])) {
                    sum += values[at];
                    count++;
                }
            }
            if (count == 0) {
                return NONE;
            }
            double mean = sum / count;
            double squares = 0;
            for (int at = feature; at < values.length; at += width) {
                double distance = values[at] - mean;
                squares += Double.isNaN(distance) ? 0 : distance * distance;
            }
            double deviation = Math.sqrt(squares / count);
            return new NumberScale(mean, deviation <= 1e-12 * Math.abs(mean) ? 1 : deviation);
        }
    }
}
