package dev.signalbox.bench.figures;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A median with the least and the greatest of the same measurements.
public record Spread(double median, double least, double greatest) {
    /// Of at least one measurement.
    public static <T> Spread of(Collection<T> measured, ToDoubleFunction<T> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /// Such as `1.20 s (1.10 to 1.35)`.
    public String in(String unit) {
        return String.format(Locale.ROOT, "%.2f %s (%.2f to %.2f)", median, unit, least, greatest);
    }
}
