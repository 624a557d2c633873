package dev.signalbox.data.validate.profile;

import org.jspecify.annotations.Nullable;

/// Finds rows that stand more than once, by their hashes. Up to four million rows every hash is kept;
/// beyond, those of an arbitrary but fixed part of all possible rows, and counts are scaled up.
final class RowHashes {
    private static final long MOST_KEPT = 4_000_000;

    private final LongSet seen = new LongSet();
    private final @Nullable RowHashes other;
    private final long oneIn;
    private long repeated;
    private long shared;

    /// @param rows of the table
    /// @param other of the table with which rows may be shared; null for none
    RowHashes(long rows, @Nullable RowHashes other) {
        this.other = other;
        long wanted = (rows + MOST_KEPT - 1) / MOST_KEPT;
        this.oneIn = Math.max(1, other == null ? wanted : Math.max(wanted, other.oneIn));
    }

    /// Takes a row in.
    void add(long hash) {
        if (oneIn > 1 && Long.remainderUnsigned(hash, oneIn) != 0) {
            return;
        }
        if (!seen.add(hash)) {
            repeated++;
        }
        if (other != null && other.seen.contains(hash)) {
            shared++;
        }
    }

    /// Rows that repeat an earlier one.
    long repeated() {
        return repeated * oneIn;
    }

    /// Rows that the other table has as well.
    long shared() {
        return shared * oneIn;
    }
}
