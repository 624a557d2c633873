package dev.signalbox.model.metric;

import java.util.Arrays;

/// Quantiles of samples.
public final class Quantiles {
    private Quantiles() {}

    /// The values that are defined, ascending.
    public static double[] sortedDefined(double[] values) {
        double[] defined = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                defined[count++] = value;
            }
        }
        Arrays.sort(defined, 0, count);
        return Arrays.copyOf(defined, count);
    }

    /// The quantile of ascending values by linear interpolation. Source: type 7 of Hyndman and Fan, The
    /// American Statistician 50, 1996.
    ///
    /// @param sorted 1 or more values
    /// @param share 0 to 1
    public static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
