package dev.signalbox.data.validate.checks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;

/// Which values of a column can only stand for a missing one.
final class SentinelValues {
    private static final int LEAST_NINES = 3;
    private static final int MANY_DISTINCT = 20;
    private static final double FAR_FROM_ZERO = 10;
    private static final int TIMES_A_NEIGHBOUR = 3;
    private static final double LAST_DAY = day(9999, 1, 1);
    private static final double TEN_YEARS = 10 * 365.25 * 86_400;
    private static final List<Double> FIRST_DAYS =
            List.of(day(1, 1, 1), day(1753, 1, 1), day(1899, 12, 30), day(1900, 1, 1), day(1970, 1, 1));

    private SentinelValues() {}

    /// Whether a value is written for a missing one anywhere.
    static boolean mayBe(double value) {
        return value == -1 || isNines(Math.abs(value)) || value >= LAST_DAY || FIRST_DAYS.contains(value);
    }

    /// Whether the least or greatest number of a column is one.
    ///
    /// @param rows of each value
    static boolean isNumber(double end, NavigableMap<Double, Integer> rows) {
        SortedMap<Double, Integer> others = others(end, rows);
        double low = others.firstKey();
        double high = others.lastKey();
        boolean onlyNegative = end < 0 && low >= 0;
        if (isNines(Math.abs(end))) {
            double gap = end < low ? low - end : end - high;
            return onlyNegative || gap >= high - low;
        }
        return end == -1 && onlyNegative && isImpossible(others, rows.getOrDefault(end, 0));
    }

    /// Whether -1 has no place on the scale of the others: they reach far beyond it, and none near it is as
    /// frequent.
    private static boolean isImpossible(SortedMap<Double, Integer> others, int count) {
        int present = others.values().stream().mapToInt(Integer::intValue).sum();
        int seen = 0;
        int nearZero = 0;
        double median = 0;
        for (Map.Entry<Double, Integer> entry : others.entrySet()) {
            median = 2 * seen < present ? entry.getKey() : median;
            seen += entry.getValue();
            nearZero = entry.getKey() <= 1 ? Math.max(nearZero, entry.getValue()) : nearZero;
        }
        return others.size() >= MANY_DISTINCT
                && median >= FAR_FROM_ZERO
                && count >= TIMES_A_NEIGHBOUR * Math.max(1, nearZero);
    }

    /// Whether the first or last day of a column is one.
    static boolean isDay(double end, NavigableMap<Double, Integer> rows) {
        SortedMap<Double, Integer> others = others(end, rows);
        return (end >= LAST_DAY && others.lastKey() < LAST_DAY)
                || (FIRST_DAYS.contains(end) && others.firstKey() - end >= TEN_YEARS);
    }

    private static SortedMap<Double, Integer> others(double end, NavigableMap<Double, Integer> rows) {
        return end == rows.firstKey() ? rows.tailMap(end, false) : rows.headMap(end, false);
    }

    private static boolean isNines(double size) {
        double next = size + 1;
        return size >= Math.pow(10, LEAST_NINES) - 1 && next == Math.rint(Math.pow(10, Math.rint(Math.log10(next))));
    }

    private static double day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
