package dev.signalbox.model.features;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.model.table.NumberColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a column of numbers says anything about other rows than its own.
final class NumberChecks {
    /// With fewer values, chance makes a column look like an identifier.
    private static final int LEAST_ROWS = 20;

    private static final double NEARLY_ALL = 0.95;
    private static final double SLACK = 1.05;
    private static final List<String> TIMES = List.of("year", "month", "week", "day", "date", "hour", "time");

    private NumberChecks() {}

    /// Why the column is no feature; null where it may be one.
    static @Nullable DropReason dropped(NumberColumn column, int[] rows, long[] rowIds) {
        double first = Double.NaN;
        int count = 0;
        boolean varies = false;
        for (int row : rows) {
            double value = column.values()[row];
            if (!Double.isNaN(value)) {
                varies |= count > 0 && value != first;
                first = count++ == 0 ? value : first;
            }
        }
        if (count == 0) {
            return DropReason.EMPTY;
        }
        if (!varies && count == rows.length) {
            return DropReason.CONSTANT;
        }
        boolean whole = column.type() == ColumnType.INTEGER && count == rows.length && count >= LEAST_ROWS;
        return whole && (isRunning(column, rows, rowIds) || isNamedIdentifier(column, rows))
                ? DropReason.IDENTIFIER
                : null;
    }

    /// Counts up row by row, as an exported index does. A year or a day may do so, too, and means something.
    private static boolean isRunning(NumberColumn column, int[] rows, long[] rowIds) {
        double[] values = column.values();
        for (int i = 1; i < rows.length; i++) {
            if (values[rows[i]] <= values[rows[i - 1]]) {
                return false;
            }
        }
        int last = rows[rows.length - 1];
        double range = values[last] - values[rows[0]];
        String name = column.name().toLowerCase(Locale.ROOT);
        return range <= SLACK * (rowIds[last] - rowIds[rows[0]])
                && TIMES.stream().noneMatch(name::contains);
    }

    private static boolean isNamedIdentifier(NumberColumn column, int[] rows) {
        if (!isIdentifierName(column.name())) {
            return false;
        }
        double[] sorted = Arrays.stream(rows)
                .mapToDouble(row -> column.values()[row])
                .sorted()
                .toArray();
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return distinct >= NEARLY_ALL * rows.length;
    }

    /// `id`, `customer_id`, `customerId`, `uuid`.
    static boolean isIdentifierName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        boolean camel = name.endsWith("Id") || name.endsWith("ID");
        boolean apart =
                lower.endsWith("id") && lower.length() > 2 && !Character.isLetter(lower.charAt(lower.length() - 3));
        return camel || apart || List.of("id", "rowid", "uuid", "guid", "index").contains(lower);
    }
}
