package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.profile.Histogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Quantiles of numbers, and bins between them.
public final class Quantiles {
    /// The positions that a profile carries.
    public static final List<Double> POSITIONS = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    private static final int BINS = 10;

    private Quantiles() {}

    /// The finite values in ascending order.
    static double[] sortedFinite(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /// The values at [#POSITIONS]; empty where there are none.
    static List<Double> of(double[] sorted) {
        return sorted.length == 0
                ? List.of()
                : POSITIONS.stream().map(position -> at(sorted, position)).toList();
    }

    /// The value at a position from 0 to 1, linear between neighbours (Hyndman and Fan, type 7).
    ///
    /// @param sorted ascending, one value or more
    public static double at(double[] sorted, double position) {
        double index = position * (sorted.length - 1);
        int below = (int) index;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        return low == high ? low : low + (index - below) * (high - low);
    }

    /// Edges of bins of about equal counts from `min` to `max`, each edge once and each between them a value
    /// of the column, so that no bin is empty.
    static List<Double> edges(double[] sorted, double min, double max) {
        List<Double> edges = new ArrayList<>();
        edges.add(min);
        for (int bin = 1; bin < BINS; bin++) {
            double edge = sorted[(int) ((long) bin * sorted.length / BINS)];
            if (edge > edges.getLast() && edge < max) {
                edges.add(edge);
            }
        }
        edges.add(max);
        return edges;
    }

    /// How many values lie in each bin; values outside count in the bin next to them, non-finite ones
    /// nowhere.
    public static long[] counts(List<Double> edges, double[] values) {
        double[] bounds = edges.stream().mapToDouble(Double::doubleValue).toArray();
        long[] counts = new long[Math.max(0, bounds.length - 1)];
        for (double value : values) {
            if (counts.length > 0 && Double.isFinite(value)) {
                counts[binOf(bounds, value)]++;
            }
        }
        return counts;
    }

    /// The bin of a value.
    static int binOf(double[] bounds, double value) {
        int bin = bounds.length - 2;
        while (bin > 0 && value < bounds[bin]) {
            bin--;
        }
        return bin;
    }

    static Histogram histogram(List<Double> edges, long[] counts) {
        return new Histogram(edges, Arrays.stream(counts).boxed().toList());
    }
}
