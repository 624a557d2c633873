package dev.signalbox.data.validate.checks;

import dev.signalbox.contract.profile.ColumnProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the values of a column may honestly lie from the rest.
///
/// Far means beyond twenty times the distance from the median to the 5 % or 95 % quantile, and still four times that
/// distance on a logarithmic scale. The second condition keeps long-tailed quantities (prices, incomes, returns) free
/// of false alarms: a log-normal value passes it once in 10^15, the largest of 20,000 values of a Student distribution
/// with two degrees of freedom once in 200. It is waived for nines alone (999, -9999), which stand for a missing value
/// since there were punched cards.
///
/// @param floor least value that is not far
/// @param ceiling greatest value that is not far
/// @param floorOfNines likewise for values that are nines alone
/// @param ceilingOfNines likewise
record Reach(double floor, double ceiling, double floorOfNines, double ceilingOfNines) {
    private static final double LINEAR = 20;
    private static final double LOGARITHMIC = 4;
    private static final double NEAR_ZERO = 0.25;
    private static final int LEAST_NINES = 3;
    private static final int LOW = 1;
    private static final int MIDDLE = 3;
    private static final int HIGH = 5;

    /// The reach of a column; null where it has no values.
    static @Nullable Reach of(ColumnProfile profile) {
        List<Double> q = profile.quantiles();
        if (profile.min() == null || q.size() <= HIGH) {
            return null;
        }
        boolean positive = profile.min() > 0;
        double above = q.get(HIGH) - q.get(MIDDLE);
        double below = q.get(MIDDLE) - q.get(LOW);
        double ceiling = above <= 0 ? Double.POSITIVE_INFINITY : q.get(HIGH) + LINEAR * above;
        double floor = positive || below <= 0 ? Double.NEGATIVE_INFINITY : q.get(LOW) - LINEAR * below;
        double curvedCeiling = positive
                ? q.get(HIGH) * Math.pow(q.get(HIGH) / q.get(MIDDLE), LOGARITHMIC)
                : q.get(MIDDLE) + curved(above);
        return new Reach(
                Math.min(floor, q.get(MIDDLE) - curved(below)), Math.max(ceiling, curvedCeiling), floor, ceiling);
    }

    /// A distance stretched on a scale that is linear near zero and logarithmic beyond, for values of both signs.
    private static double curved(double distance) {
        double unit = distance * NEAR_ZERO;
        return unit <= 0 ? 0 : unit * Math.expm1((1 + LOGARITHMIC) * Math.log1p(distance / unit));
    }

    /// Whether any value can be far at all.
    boolean leavesSomethingOut(ColumnProfile profile) {
        return profile.min() != null
                && profile.max() != null
                && (profile.min() < floorOfNines || profile.max() > ceilingOfNines);
    }

    /// Whether neither the least nor the greatest value is far.
    boolean containsEnds(ColumnProfile profile) {
        return profile.min() == null || profile.max() == null || (contains(profile.min()) && contains(profile.max()));
    }

    /// Whether a value is not far; false for NaN.
    boolean contains(double value) {
        return isNines(value) ? value >= floorOfNines && value <= ceilingOfNines : value >= floor && value <= ceiling;
    }

    private static boolean isNines(double value) {
        double size = Math.abs(value) + 1;
        return size >= Math.pow(10, LEAST_NINES) && size == Math.rint(Math.pow(10, Math.rint(Math.log10(size))));
    }
}
