package dev.signalbox.model.prepare;

import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.RowHash;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.Arrays;

/// A hash of each row that is a sum over the columns, so that a column can be left out.
///
/// @param table the columns
/// @param rows places in the table
/// @param sums one a row
// Copying arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
record RowHashes(Table table, int[] rows, long[] sums) {
    static RowHashes of(Table table, int[] rows) {
        long[] sums = new long[rows.length];
        for (int column = 0; column < table.columns().size(); column++) {
            for (int i = 0; i < rows.length; i++) {
                sums[i] += part(table, column, rows[i]);
            }
        }
        return new RowHashes(table, rows, sums);
    }

    /// The hashes without one column.
    long[] without(int column) {
        long[] left = sums.clone();
        for (int i = 0; i < rows.length; i++) {
            left[i] -= part(table, column, rows[i]);
        }
        return left;
    }

    /// For each row the index of the first that equals it.
    int[] units() {
        int[] units = new int[sums.length];
        int[] slots = new int[Integer.highestOneBit(Math.max(2, sums.length)) * 4];
        Arrays.fill(slots, -1);
        for (int i = 0; i < sums.length; i++) {
            int slot = (int) (RowHash.mix(0, sums[i]) & (slots.length - 1));
            while (slots[slot] >= 0 && sums[slots[slot]] != sums[i]) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = slots[slot] < 0 ? i : slots[slot];
            units[i] = slots[slot];
        }
        return units;
    }

    static long part(Table table, int column, int row) {
        TableColumn of = table.columns().get(column);
        long value = switch (of) {
            case NumberColumn numbers -> Double.doubleToLongBits(numbers.values()[row]);
            case TextColumn texts -> texts.codes()[row];
        };
        return RowHash.mix(column + 1L, value);
    }
}
