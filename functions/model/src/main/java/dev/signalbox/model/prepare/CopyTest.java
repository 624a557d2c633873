package dev.signalbox.model.prepare;

import dev.signalbox.model.metric.Subsample;
import java.util.Arrays;

/// Whether rows that are equal in every column are copies of each other or equal by chance.
///
/// Where pairs agree by chance, pairs that agree in all columns but one are about as frequent as those that
/// agree in all: the last column agrees no more often than its values repeat. This needs no assumption about
/// how columns depend on each other. Copies agree in all columns and have no such neighbours.
final class CopyTest {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 12;
    /// Fewer different rows than this are the cells of a small table.
    private static final int LEAST_DIFFERENT = 30;

    private CopyTest() {}

    /// @param hashes of rows, some of them equal
    static boolean areCopies(RowHashes hashes) {
        int[] units = hashes.units();
        if (Arrays.stream(units).distinct().limit(LEAST_DIFFERENT).count() < LEAST_DIFFERENT) {
            return false;
        }
        int[] sample = Subsample.of(hashes.rows().length, MOST_ROWS, 0);
        int columns = hashes.table().columns().size();
        int tried = Math.min(MOST_COLUMNS, columns);
        double equal = pairs(hashes.sums(), sample);
        double neighbours = 0;
        for (int i = 0; i < tried && neighbours <= equal; i++) {
            int column = (int) ((long) i * columns / tried);
            neighbours += pairs(hashes.without(column), sample) - equal;
        }
        return equal > neighbours;
    }

    private static double pairs(long[] hashes, int[] sample) {
        long[] sorted = Arrays.stream(sample).mapToLong(i -> hashes[i]).sorted().toArray();
        double pairs = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                double size = i - start;
                pairs += size * (size - 1) / 2;
                start = i;
            }
        }
        return pairs;
    }
}
