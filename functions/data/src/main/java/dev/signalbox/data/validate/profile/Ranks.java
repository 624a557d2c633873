package dev.signalbox.data.validate.profile;

import java.util.Arrays;

/// Order and ranks of numbers.
public final class Ranks {
    private Ranks() {}

    /// Rows by ascending value; equal values in the order of the rows.
    ///
    /// @param rows to be ordered, ascending
    public static int[] ascending(double[] values, int[] rows) {
        int[] order = rows.clone();
        int[] spare = new int[order.length];
        for (int width = 1; width < order.length; width *= 2) {
            for (int from = 0; from < order.length; from += 2 * width) {
                merge(
                        values,
                        order,
                        spare,
                        from,
                        Math.min(from + width, order.length),
                        Math.min(from + 2 * width, order.length));
            }
            int[] merged = spare;
            spare = order;
            order = merged;
        }
        return order;
    }

    private static void merge(double[] values, int[] order, int[] into, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = left < middle && (right >= to || values[order[left]] <= values[order[right]]);
            into[i] = takeLeft ? order[left++] : order[right++];
        }
    }

    /// The rank of each value from 1; equal values share the mean of their ranks.
    public static double[] of(double[] values) {
        int[] rows = new int[values.length];
        Arrays.setAll(rows, row -> row);
        int[] order = ascending(values, rows);
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
