package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.TableColumn;
import dev.signalbox.model.table.TextColumn;
import dev.signalbox.runtime.value.EntityColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A column that names an entity of which there are many rows.
///
/// @param groups different values
/// @param certain whether rows may be divided by it without being asked
record Entity(int groups, boolean certain) {
    /// Empty for a column that names no entity.
    static Optional<Entity> of(TableColumn column, Target target) {
        if (column.type() != ColumnType.TEXT && column.type() != ColumnType.INTEGER) {
            return Optional.empty();
        }
        Map<Long, Integer> sizes = sizes(column, target.labelled());
        EntityColumn judged = EntityColumn.of(
                column.name(),
                column instanceof TextColumn texts ? texts.values() : List.of(),
                sizes.size(),
                sizes.values().stream().mapToInt(Integer::intValue).sum(),
                sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        return judged == EntityColumn.NONE
                ? Optional.empty()
                : Optional.of(new Entity(sizes.size(), judged == EntityColumn.CERTAIN));
    }

    private static Map<Long, Integer> sizes(TableColumn column, int[] rows) {
        Map<Long, Integer> sizes = new HashMap<>();
        for (int row : rows) {
            long value = switch (column) {
                case NumberColumn numbers -> Double.doubleToLongBits(numbers.values()[row]);
                case TextColumn texts -> texts.codes()[row];
            };
            boolean missing = column instanceof TextColumn ? value < 0 : Double.isNaN(Double.longBitsToDouble(value));
            if (!missing) {
                sizes.merge(value, 1, Integer::sum);
            }
        }
        return sizes;
    }
}
