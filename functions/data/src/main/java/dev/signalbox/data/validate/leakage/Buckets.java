package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.profile.SampleColumn;
import java.util.Arrays;
import java.util.Comparator;

/// A numeric target that was cut into pieces: the ranges of the target in a column's categories do not
/// overlap, not in a single row. Honest categories overlap somewhere, however much they explain.
final class Buckets {
    private static final int LEAST_ROWS = 60;
    private static final int LEAST_IN_BUCKET = 5;
    private static final double LEAST_SHARE = 0.02;
    static final int MOST_BUCKETS = 50;

    private Buckets() {}

    /// Whether the categories are pieces of the target.
    ///
    /// @param categories by row of the sample, -1 where missing
    /// @param count of categories
    /// @param target NaN where missing
    static boolean areOf(int[] categories, int count, double[] target) {
        if (count < 2 || count > MOST_BUCKETS) {
            return false;
        }
        Range[] ranges = new Range[count];
        Arrays.setAll(ranges, _ -> new Range());
        int rows = 0;
        for (int row = 0; row < target.length; row++) {
            if (categories[row] >= 0 && Double.isFinite(target[row])) {
                ranges[categories[row]].add(target[row]);
                rows++;
            }
        }
        double least = Math.max(LEAST_IN_BUCKET, LEAST_SHARE * rows);
        Arrays.sort(
                ranges,
                Comparator.comparingDouble((Range range) -> range.low).thenComparingDouble(range -> range.high));
        for (int i = 0; i < count; i++) {
            boolean apart = i == 0 || ranges[i - 1].high <= ranges[i].low;
            if (ranges[i].rows < least || ranges[i].low == ranges[i].high || !apart) {
                return false;
            }
        }
        return rows >= LEAST_ROWS;
    }

    /// The categories of few numbers or labels, -1 where missing.
    static int[] categoriesOf(SampleColumn feature) {
        return switch (feature) {
            case SampleColumn.Labels labels -> labels.codes();
            case SampleColumn.Numbers numbers -> CategoryRule.categoriesOf(numbers);
        };
    }

    /// The target in one category.
    private static final class Range {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private int rows;

        void add(double value) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            rows++;
        }
    }
}
