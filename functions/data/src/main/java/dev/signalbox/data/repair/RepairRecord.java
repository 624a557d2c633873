package dev.signalbox.data.repair;

import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.reading.ValueReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of each column, over all rounds of repair, as rows that are scored need it.
final class RepairRecord {
    private final List<ColumnReading> columns;
    private final List<String> dropped;

    /// @param before what is known already; null where the table comes from an earlier version: then its
    ///     columns are taken as raw ones
    /// @param table its columns as they are
    RepairRecord(@Nullable TableReading before, List<TableColumn> table) {
        this.columns = new ArrayList<>(
                before == null ? table.stream().map(RepairRecord::unread).toList() : before.columns());
        this.dropped = new ArrayList<>(before == null ? List.of() : before.dropped());
    }

    /// The column is no more.
    void dropped(String column) {
        dropped.addAll(columns.remove(place(column)).rawNames());
    }

    /// The column has another name. A raw row that has it under the new one already needs no repair, unless
    /// that was the name of another column.
    void renamed(String from, String to) {
        int place = place(from);
        boolean taken = dropped.contains(to)
                || columns.stream().anyMatch(column -> column.rawNames().contains(to));
        columns.set(place, columns.get(place).renamed(to, !taken));
    }

    /// The column's values are others.
    void repaired(String column, ColumnRepair repair) {
        int place = place(column);
        columns.set(place, columns.get(place).repaired(repair));
    }

    TableReading reading() {
        return new TableReading(columns, dropped);
    }

    private int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column().equals(column)) {
                return i;
            }
        }
        throw new IllegalStateException("no column " + column + " in reading.json");
    }

    private static ColumnReading unread(TableColumn column) {
        return ColumnReading.of(column.name(), ValueReading.of(column.type()));
    }
}
