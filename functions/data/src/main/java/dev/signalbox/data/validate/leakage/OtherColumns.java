package dev.signalbox.data.validate.leakage;

import dev.signalbox.data.validate.checks.Inspection;
import dev.signalbox.data.validate.leakage.ForcedAnswerCheck.Forced;
import dev.signalbox.data.validate.profile.SampleColumn;
import dev.signalbox.data.validate.profile.ScannedColumn;
import java.util.Arrays;

/// What the other columns say of the rows of a value, learned from all rows without it, each for itself
/// (naive Bayes over categories and eighths of numbers).
final class OtherColumns {
    private static final int BINS = 8;
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_COLUMNS = 100;

    private OtherColumns() {}

    /// The share of the value's rows that are expected to have its answer, 0 to 1.
    static double expected(Inspection inspection, ScannedColumn column, ClassCodes classes, Forced value) {
        int[] values = ((SampleColumn.Labels) column.sample()).codes();
        double[] odds = new double[values.length];
        int learned = 0;
        int answers = 0;
        for (int row = 0; row < values.length; row++) {
            boolean counts = values[row] != value.code() && classes.codes()[row] >= 0;
            learned += counts ? 1 : 0;
            answers += counts && classes.codes()[row] == value.label() ? 1 : 0;
        }
        Arrays.fill(odds, Math.log((answers + 1.0) / (learned - answers + 1.0)));
        int used = 0;
        for (ScannedColumn other : inspection.features()) {
            if (!other.name().equals(column.name()) && used < MOST_COLUMNS) {
                int[] bins = bins(other.sample());
                used += bins.length > 0 ? 1 : 0;
                addOdds(odds, bins, values, classes, value);
            }
        }
        double sum = 0;
        int rows = 0;
        for (int row = 0; row < values.length; row++) {
            if (values[row] == value.code() && classes.codes()[row] >= 0) {
                sum += 1 / (1 + Math.exp(-odds[row]));
                rows++;
            }
        }
        return sum / Math.max(1, rows);
    }

    private static void addOdds(double[] odds, int[] bins, int[] values, ClassCodes classes, Forced value) {
        int count = Arrays.stream(bins).max().orElse(-1) + 1;
        double[][] table = new double[2][count];
        Arrays.fill(table[0], 1);
        Arrays.fill(table[1], 1);
        double[] totals = {count, count};
        for (int row = 0; row < bins.length; row++) {
            if (values[row] != value.code() && classes.codes()[row] >= 0) {
                int answer = classes.codes()[row] == value.label() ? 1 : 0;
                table[answer][bins[row]]++;
                totals[answer]++;
            }
        }
        for (int row = 0; row < bins.length; row++) {
            odds[row] += Math.log(table[1][bins[row]] / totals[1]) - Math.log(table[0][bins[row]] / totals[0]);
        }
    }

    /// The bin of each row, 0 where missing; none for texts of many kinds.
    private static int[] bins(SampleColumn sample) {
        return switch (sample) {
            case SampleColumn.Labels labels ->
                labels.labels().size() > MOST_CATEGORIES
                        ? new int[0]
                        : Arrays.stream(labels.codes()).map(code -> code + 1).toArray();
            case SampleColumn.Numbers numbers -> {
                double[] sorted = Arrays.stream(numbers.values())
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
                yield Arrays.stream(numbers.values())
                        .mapToInt(number -> Double.isFinite(number) ? bin(number, sorted) : 0)
                        .toArray();
            }
        };
    }

    private static int bin(double number, double[] sorted) {
        int bin = 1;
        for (int i = 1; i < BINS; i++) {
            bin += number >= sorted[i * sorted.length / BINS] ? 1 : 0;
        }
        return bin;
    }
}
