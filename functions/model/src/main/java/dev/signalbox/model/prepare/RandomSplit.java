package dev.signalbox.model.prepare;

import dev.signalbox.model.table.RowHash;
import java.util.Arrays;

/// Divides each stratum at random: in the order of a hash of seed and row number, the first rows are the
/// holdout, the next validation, the others training.
final class RandomSplit {
    private static final int INDEX_BITS = 31;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    private RandomSplit() {}

    /// The division.
    ///
    /// @param rows places in a table
    /// @param strata one a row, from 0 to `count - 1`
    /// @param units one a row: rows with the same number stay together, where the stratum is large enough
    static RowSplit split(int[] rows, int[] strata, int count, int[] units, Shares shares) {
        byte[] parts = new byte[rows.length];
        for (long[] stratum : shuffled(strata, count, units, shares.seed())) {
            Arrays.sort(stratum);
            int holdoutEnd = end(stratum, units, shares.holdoutOf(stratum.length));
            int validEnd = end(stratum, units, holdoutEnd + shares.validOf(stratum.length));
            for (int i = 0; i < validEnd; i++) {
                parts[index(stratum[i])] = i < holdoutEnd ? RowSplit.HOLDOUT : RowSplit.VALID;
            }
        }
        return RowSplit.of(rows, parts);
    }

    /// Per stratum a number for each of its rows: the unit's hash above, the row's index below.
    private static long[][] shuffled(int[] strata, int count, int[] units, long seed) {
        int[] sizes = new int[count];
        for (int stratum : strata) {
            sizes[stratum]++;
        }
        long[][] shuffled = new long[count][];
        for (int stratum = 0; stratum < count; stratum++) {
            shuffled[stratum] = new long[sizes[stratum]];
        }
        for (int i = 0; i < strata.length; i++) {
            long hash = RowHash.mix(seed, units[i]);
            shuffled[strata[i]][--sizes[strata[i]]] = (hash & ~INDEX_MASK) | i;
        }
        return shuffled;
    }

    /// Where a part ends: after the wanted rows, and after the duplicates of the last, as long as two rows
    /// are left.
    private static int end(long[] stratum, int[] units, int wanted) {
        int end = wanted;
        while (end > 0
                && end < stratum.length
                && units[index(stratum[end])] == units[index(stratum[end - 1])]
                && end + 2 < stratum.length) {
            end++;
        }
        return end;
    }

    private static int index(long key) {
        return (int) (key & INDEX_MASK);
    }
}
