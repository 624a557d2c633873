package dev.signalbox.model.prepare;

import java.util.Arrays;

/// The latest rows are the holdout, those before them validation. Rows of the same instant stay together;
/// rows without a time are for training.
final class TimeSplit {
    private TimeSplit() {}

    /// The division.
    ///
    /// @param times one a row of the table; NaN is missing
    /// @param rows places in the table
    static RowSplit split(double[] times, int[] rows, Shares shares) {
        double[] sorted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = time(times, rows[i]);
        }
        Arrays.sort(sorted);
        int holdoutStart = boundary(sorted, sorted.length, shares.holdoutOf(sorted.length));
        int validStart = boundary(sorted, holdoutStart, shares.validOf(sorted.length));
        byte[] parts = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double time = time(times, rows[i]);
            if (holdoutStart < sorted.length && time >= sorted[holdoutStart]) {
                parts[i] = RowSplit.HOLDOUT;
            } else if (validStart < holdoutStart && time >= sorted[validStart]) {
                parts[i] = RowSplit.VALID;
            }
        }
        return RowSplit.of(rows, parts);
    }

    /// When a row was; before all others where it does not say.
    static double time(double[] times, int row) {
        return Double.isNaN(times[row]) ? Double.NEGATIVE_INFINITY : times[row];
    }

    /// The start of the part that ends before `end`: the change of instant that is nearest to the wanted
    /// number of rows.
    private static int boundary(double[] sorted, int end, int wanted) {
        if (wanted == 0 || end == 0) {
            return end;
        }
        int start = Math.max(0, end - wanted);
        int earlier = start;
        while (earlier > 0 && sorted[earlier] == sorted[earlier - 1]) {
            earlier--;
        }
        int later = start;
        while (later < end && later > 0 && sorted[later] == sorted[later - 1]) {
            later++;
        }
        boolean laterIsBetter = earlier == 0 || (later < end && later - start < start - earlier);
        return laterIsBetter ? later : earlier;
    }
}
