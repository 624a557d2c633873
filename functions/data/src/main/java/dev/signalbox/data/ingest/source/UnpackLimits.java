package dev.signalbox.data.ingest.source;

import dev.signalbox.contract.Require;

/// How far an archive may unfold: what is beyond is taken for a bomb.
///
/// @param freeBytes that may be unpacked whatever the ratio, 0 or more
/// @param ratio greatest number of unpacked bytes a packed byte beyond that, 1 or more
/// @param mostBytes that may be unpacked at all, 1 or more
public record UnpackLimits(long freeBytes, long ratio, long mostBytes) {
    /// Text packs by 5 to 20, very repetitive text by 100; a bomb by 1,000. 64 MiB and 200; at most 32 GiB.
    public static final UnpackLimits DEFAULT = new UnpackLimits(1L << 26, 200, 1L << 35);

    public UnpackLimits {
        Require.inRange(freeBytes, 0, Long.MAX_VALUE, "freeBytes");
        Require.inRange(ratio, 1, Integer.MAX_VALUE, "ratio");
        Require.inRange(mostBytes, 1, Long.MAX_VALUE, "mostBytes");
    }

    /// Whether so many bytes out of so many are too many.
    boolean isBomb(long unpackedBytes, long packedBytes) {
        return unpackedBytes > mostBytes
                || (unpackedBytes > freeBytes && unpackedBytes / ratio > Math.max(1, packedBytes));
    }
}
