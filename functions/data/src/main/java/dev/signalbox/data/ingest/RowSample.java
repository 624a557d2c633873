package dev.signalbox.data.ingest;

/// Which rows of a source are used: a fixed pseudo-random choice by a row's place, the same in every run.
final class RowSample {
    /// Increment and multipliers of SplitMix64. Source: Steele, Lea and Flood, "Fast splittable pseudorandom
    /// number generators", OOPSLA 2014.
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private static final long FIRST = 0xbf58476d1ce4e5b9L;
    private static final long SECOND = 0x94d049bb133111ebL;
    private static final double UNIT = 0x1.0p-53;

    private final double fraction;
    private long place;

    /// @param fraction of the rows, above 0 to 1
    RowSample(double fraction) {
        this.fraction = fraction;
    }

    /// Whether the next row of the source is used.
    boolean takesNext() {
        place++;
        return fraction >= 1 || uniform(place) < fraction;
    }

    /// Whether all rows are used.
    boolean isAll() {
        return fraction >= 1;
    }

    private static double uniform(long place) {
        long z = place * GOLDEN;
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }
}
