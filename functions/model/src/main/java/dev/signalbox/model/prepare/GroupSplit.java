package dev.signalbox.model.prepare;

import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.RowHash;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All rows of a group stay together. A row without a group is a group of its own.
final class GroupSplit {
    private GroupSplit() {}

    /// The division: in the order of a hash of seed and value, a group goes to the first part that it does
    /// not overfill.
    static RowSplit split(TableColumn column, int[] rows, Shares shares) {
        byte[] parts = new byte[rows.length];
        int holdoutLeft = shares.holdoutOf(rows.length);
        int validLeft = shares.validOf(rows.length);
        for (List<Integer> group : groups(column, rows, shares.seed())) {
            int size = group.size();
            byte part = size <= 2L * holdoutLeft
                    ? RowSplit.HOLDOUT
                    : size <= 2L * validLeft ? RowSplit.VALID : RowSplit.TRAIN;
            holdoutLeft -= part == RowSplit.HOLDOUT ? size : 0;
            validLeft -= part == RowSplit.VALID ? size : 0;
            group.forEach(i -> parts[i] = part);
        }
        return RowSplit.of(rows, parts);
    }

    /// The groups in the order of a hash of seed and value, each with the indices of its rows.
    static List<List<Integer>> groups(TableColumn column, int[] rows, long seed) {
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < rows.length; i++) {
            groups.computeIfAbsent(key(column, rows[i], seed), key -> new ArrayList<>())
                    .add(i);
        }
        return new ArrayList<>(groups.values());
    }

    private static long key(TableColumn column, int row, long seed) {
        return switch (column) {
            case NumberColumn numbers -> {
                double value = numbers.values()[row];
                yield Double.isNaN(value) ? alone(row, seed) : RowHash.mix(seed, Double.doubleToLongBits(value));
            }
            case TextColumn texts -> {
                String value = texts.at(row);
                yield value == null ? alone(row, seed) : text(value, seed);
            }
        };
    }

    private static long alone(int row, long seed) {
        return RowHash.mix(RowHash.mix(seed, 1), row);
    }

    private static long text(String value, long seed) {
        long hash = RowHash.mix(seed, value.length());
        for (int i = 0; i < value.length(); i++) {
            hash = RowHash.mix(hash, value.charAt(i));
        }
        return hash;
    }
}
