package dev.signalbox.model.prepare;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which rows are for what; places in a table, each ascending, no place twice.
///
/// @param train that models and transforms are fitted on
/// @param valid that candidates are compared on
/// @param holdout that the gate alone opens; empty where the user brings one
// Copying large arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
record RowSplit(int[] train, int[] valid, int[] holdout) {
    static final byte TRAIN = 0;
    static final byte VALID = 1;
    static final byte HOLDOUT = 2;

    /// The rows by the part that each was given.
    static RowSplit of(int[] rows, byte[] parts) {
        return new RowSplit(picked(rows, parts, TRAIN), picked(rows, parts, VALID), picked(rows, parts, HOLDOUT));
    }

    /// Rows that are not held out, ascending.
    int[] pool() {
        return IntStream.concat(Arrays.stream(train), Arrays.stream(valid))
                .sorted()
                .toArray();
    }

    private static int[] picked(int[] rows, byte[] parts, byte wanted) {
        int[] picked = new int[rows.length];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            if (parts[i] == wanted) {
                picked[count++] = rows[i];
            }
        }
        return Arrays.copyOf(picked, count);
    }
}
