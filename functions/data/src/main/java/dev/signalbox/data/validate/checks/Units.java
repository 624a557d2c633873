package dev.signalbox.data.validate.checks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Units that are understood, by kind, each with its size. Source of the sizes: NIST Special Publication 811,
/// appendix B.
final class Units {
    private static final List<Map<String, Double>> KINDS = List.of(
            kind(
                    "mg",
                    1e-6,
                    "g",
                    1e-3,
                    "kg",
                    1,
                    "kgs",
                    1,
                    "t",
                    1e3,
                    "lb",
                    0.45359237,
                    "lbs",
                    0.45359237,
                    "oz",
                    0.028349523125),
            kind(
                    "mm", 1e-3, "cm", 1e-2, "m", 1, "km", 1e3, "in", 0.0254, "inch", 0.0254, "\"", 0.0254, "ft", 0.3048,
                    "yd", 0.9144, "mi", 1609.344, "miles", 1609.344),
            kind(
                    "ms", 1e-3, "s", 1, "sec", 1, "min", 60, "mins", 60, "h", 3600, "hr", 3600, "hrs", 3600, "hours",
                    3600, "d", 86400, "days", 86400),
            kind("ml", 1e-3, "cl", 1e-2, "dl", 0.1, "l", 1, "liter", 1, "litre", 1),
            kind(
                    "m²",
                    1,
                    "m2",
                    1,
                    "sqm",
                    1,
                    "ha",
                    1e4,
                    "km²",
                    1e6,
                    "km2",
                    1e6,
                    "ft²",
                    0.09290304,
                    "sqft",
                    0.09290304,
                    "sq ft",
                    0.09290304),
            kind("w", 1, "kw", 1e3, "mw", 1e6, "hp", 745.6998715822702),
            kind("km/h", 1, "kmh", 1, "kph", 1, "mph", 1.609344, "m/s", 3.6),
            kind("kb", 1e3, "mb", 1e6, "gb", 1e9, "tb", 1e12),
            kind("k", 1e3, "m", 1e6, "bn", 1e9));

    /// Of these a column may have one alone, with bare numbers beside it.
    private static final Set<String> ALONE = Set.of(
            "%",
            "$", "€", "£", "¥", "usd", "eur", "gbp", "chf", "us$", "°c", "°f", "c", "f", "years", "yrs", "yr", "y",
            "kwh", "kcal", "cal", "bpm", "mmhg", "pcs", "rpm", "db", "hz", "v", "a");

    private Units() {}

    /// Whether a text is a unit; none at all is one.
    static boolean isKnown(String unit) {
        return unit.isEmpty() || ALONE.contains(unit) || KINDS.stream().anyMatch(kind -> kind.containsKey(unit));
    }

    /// What numbers in each unit are multiplied with to be in the most frequent one; bare numbers, where
    /// there are some or there is only one unit, are taken to
    /// be in it. Empty where the units have no common measure.
    ///
    /// @param rowsOfUnit rows with each unit
    static SortedMap<String, Double> factors(Map<String, Long> rowsOfUnit) {
        List<String> units = rowsOfUnit.keySet().stream()
                .filter(unit -> !unit.isEmpty())
                .sorted(Comparator.comparingLong((String unit) -> -rowsOfUnit.getOrDefault(unit, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        SortedMap<String, Double> factors = new TreeMap<>();
        if (units.size() == 1) {
            factors.put(units.getFirst(), 1.0);
            factors.put("", 1.0);
        } else {
            KINDS.stream()
                    .filter(kind -> kind.keySet().containsAll(units))
                    .findFirst()
                    .ifPresent(kind -> units.forEach(unit -> factors.put(unit, size(kind, unit) / base(kind, units))));
        }
        if (rowsOfUnit.containsKey("") && !factors.isEmpty()) {
            factors.put("", 1.0);
        }
        return factors;
    }

    private static double base(Map<String, Double> kind, List<String> units) {
        return size(kind, units.getFirst());
    }

    private static double size(Map<String, Double> kind, String unit) {
        return kind.getOrDefault(unit, 1.0);
    }

    private static Map<String, Double> kind(Object... sizes) {
        Map<String, Double> kind = new TreeMap<>();
        for (int i = 0; i < sizes.length; i += 2) {
            kind.put((String) sizes[i], ((Number) sizes[i + 1]).doubleValue());
        }
        return kind;
    }
}
