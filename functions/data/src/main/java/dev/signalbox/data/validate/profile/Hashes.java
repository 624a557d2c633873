package dev.signalbox.data.validate.profile;

/// 64-bit hashes, equal on every machine and in every version of Java.
final class Hashes {
    /// Stands for a missing value.
    static final long MISSING = 0x9E3779B97F4A7C15L;

    private static final long PRIME = 0x100000001B3L;
    private static final long OFFSET = 0xCBF29CE484222325L;

    private Hashes() {}

    /// Spreads every bit over all others. Source: the finaliser of MurmurHash3 as D. Stafford tuned it
    /// (variant 13).
    static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Of a text: FNV-1a over its UTF-16 units, then mixed.
    static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /// A row's hash with one more value.
    static long combine(long row, long value) {
        return mix(row * 31 + value + MISSING);
    }
}
