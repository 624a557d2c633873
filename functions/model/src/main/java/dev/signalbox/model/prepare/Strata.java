package dev.signalbox.model.prepare;

import java.util.Arrays;

/// Quantiles of a number, within which rows are divided at random, so that each part has its share of small
/// and large ones.
final class Strata {
    /// At most this many.
    static final int MOST = 10;

    private static final int ROWS_EACH = 20;

    private Strata() {}

    /// The stratum of each value, from 0; equal values are in the same.
    static int[] ofNumbers(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = Math.clamp(values.length / ROWS_EACH, 1, MOST);
        double[] edges = new double[count - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = sorted[(int) ((long) (i + 1) * sorted.length / count)];
        }
        return Arrays.stream(values).mapToInt(value -> below(edges, value)).toArray();
    }

    private static int below(double[] edges, double value) {
        int count = 0;
        while (count < edges.length && edges[count] <= value) {
            count++;
        }
        return count;
    }
}
