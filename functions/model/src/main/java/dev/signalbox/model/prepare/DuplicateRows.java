package dev.signalbox.model.prepare;

import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.RowHash;
import dev.signalbox.model.table.Table;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.Arrays;

/// Rows that are equal in every column.
///
/// A copy of a training row in the validation part would be recognised instead of predicted, so copies stay
/// together. Where more than a fifth of the rows repeat others, as in a table of few categories, repeats are
/// observations of their own, and keeping them together would take whole cells of the table out of training:
/// then each row stands alone.
final class DuplicateRows {
    private static final double MOST_REPEATS = 0.2;

    private DuplicateRows() {}

    /// For each labelled row the index of the first row that equals it; its own index where none does.
    static int[] units(Table table, Target target) {
        long[] hashes = hashes(table, target);
        int[] units = new int[hashes.length];
        int repeats = 0;
        int[] slots = new int[Integer.highestOneBit(Math.max(2, hashes.length)) * 4];
        Arrays.fill(slots, -1);
        for (int i = 0; i < hashes.length; i++) {
            int slot = (int) (hashes[i] & (slots.length - 1));
            while (slots[slot] >= 0 && hashes[slots[slot]] != hashes[i]) {
                slot = (slot + 1) & (slots.length - 1);
            }
            repeats += slots[slot] >= 0 ? 1 : 0;
            slots[slot] = slots[slot] < 0 ? i : slots[slot];
            units[i] = slots[slot];
        }
        return repeats <= MOST_REPEATS * units.length ? units : alone(units);
    }

    private static int[] alone(int[] units) {
        Arrays.setAll(units, i -> i);
        return units;
    }

    private static long[] hashes(Table table, Target target) {
        int[] rows = target.labelled();
        long[] hashes = new long[rows.length];
        for (TableColumn column : table.columns()) {
            for (int i = 0; i < rows.length; i++) {
                long value = switch (column) {
                    case NumberColumn numbers -> Double.doubleToLongBits(numbers.values()[rows[i]]);
                    case TextColumn texts -> texts.codes()[rows[i]];
                };
                hashes[i] = RowHash.mix(hashes[i], value);
            }
        }
        return hashes;
    }
}
