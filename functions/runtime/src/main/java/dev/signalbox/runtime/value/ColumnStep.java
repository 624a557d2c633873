package dev.signalbox.runtime.value;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ColumnRepair;
import dev.signalbox.contract.reading.ValueReading;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// One repair of a column on one value.
@FunctionalInterface
interface ColumnStep {
    /// The value afterwards.
    ///
    /// @param value missing or of the column's type by then, never unreadable
    CellValue apply(CellValue value);

    /// The repairs of a column, in order.
    ///
    /// @param raw the type of the column before the first
    static List<ColumnStep> of(ColumnType raw, List<ColumnRepair> repairs) {
        List<ColumnStep> steps = new ArrayList<>();
        ColumnType type = raw;
        for (ColumnRepair repair : repairs) {
            switch (repair) {
                case ColumnRepair.Parsed parsed -> {
                    steps.add(parse(parsed.reading()));
                    type = parsed.reading().type();
                }
                case ColumnRepair.Mapped mapped -> {
                    steps.add(map(mapped.labels(), mapped.as(), mapped.as() == type));
                    type = mapped.as();
                }
                case ColumnRepair.Clipped clipped -> steps.add(clip(clipped.low(), clipped.high()));
                case ColumnRepair.Measured measured -> {
                    steps.add(value -> value.isMissing()
                            ? value
                            : Quantity.read(value.text(), measured.factors(), measured.commaDecimal()));
                    type = ColumnType.NUMBER;
                }
            }
        }
        return List.copyOf(steps);
    }

    private static ColumnStep parse(ValueReading reading) {
        ColumnPlan plan = ColumnPlan.of(reading);
        return value -> {
            CellValue read = value.isMissing() ? value : CellText.read(value.text(), plan);
            return read.isUnreadable() ? CellValue.Absent.MISSING : read;
        };
    }

    private static ColumnStep map(SortedMap<String, String> labels, ColumnType as, boolean sameType) {
        ColumnPlan plan = ColumnPlan.of(ValueReading.of(as));
        return value -> {
            String wanted = value.isMissing() ? null : labels.get(value.text());
            if (value.isMissing() || (wanted == null && sameType)) {
                return value;
            }
            String text = wanted == null ? value.text() : wanted;
            if (text.isEmpty()) {
                return wanted == null ? new CellValue.Label(text) : CellValue.Absent.MISSING;
            }
            return as == ColumnType.TEXT ? new CellValue.Label(text) : CellText.read(text, plan);
        };
    }

    private static ColumnStep clip(double low, double high) {
        return value -> switch (value) {
            case CellValue.Whole(long whole) ->
                whole < low ? new CellValue.Whole((long) low) : whole > high ? new CellValue.Whole((long) high) : value;
            case CellValue.Real(double real) ->
                real < low ? new CellValue.Real(low) : real > high ? new CellValue.Real(high) : value;
            case CellValue.Absent _, CellValue.Truth _, CellValue.Day _, CellValue.Moment _, CellValue.Label _ -> value;
        };
    }
}
