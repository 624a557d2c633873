package dev.signalbox.bench.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How often longer one thing takes than another, each turn's two measurements compared with each other: a
/// machine that slows down for a while slows both. The interval holds the true median in 95 of 100 such
/// benchmarks whatever the distribution, by the sign test's order statistics (Conover, Practical
/// nonparametric statistics, 3rd ed., 3.2).
///
/// @param median of the turns' ratios
/// @param low lower end of the interval; the least ratio where there are fewer than six turns
/// @param high upper end
public record PairedRatio(double median, double low, double high) {
    private static final double TAIL = 0.025;

    /// Of at least one turn.
    ///
    /// @param ours one measurement a turn
    /// @param theirs as many, in the same order
    public static PairedRatio of(List<Double> ours, List<Double> theirs) {
        double[] sorted = IntStream.range(0, ours.size())
                .mapToDouble(turn -> ours.get(turn) / theirs.get(turn))
                .sorted()
                .toArray();
        int outside = outside(sorted.length);
        double median = Spread.of(IntStream.range(0, sorted.length).boxed().toList(), i -> sorted[i])
                .median();
        return new PairedRatio(median, sorted[outside], sorted[sorted.length - 1 - outside]);
    }

    /// How many of the sorted ratios lie outside at each end.
    private static int outside(int turns) {
        double probability = Math.pow(0.5, turns);
        double below = probability;
        int outside = 0;
        while (below <= TAIL && outside < turns / 2) {
            outside++;
            probability *= (double) (turns - outside + 1) / outside;
            below += probability;
        }
        return Math.max(0, outside - 1);
    }

    /// Such as `1.03 (0.99 to 1.07)`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median, low, high);
    }
}
