package dev.signalbox.model.table;

/// Numbers that look random and depend on nothing but what they are made from.
///
/// The mixing function is the finaliser of SplitMix64. Source: Steele, Lea and Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014.
public final class RowHash {
    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final double UNIT = 0x1.0p-53;

    private RowHash() {}

    /// Mixes a value into a hash.
    public static long mix(long hash, long value) {
        long z = hash * 31 + value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /// A number from 0 to 1, 1 excluded.
    public static double unit(long hash) {
        return (hash >>> 11) * UNIT;
    }
}
