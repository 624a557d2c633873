package dev.signalbox.contract.reading;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.ColumnType;

/// How text is read as the values of a column.
///
/// @param type of the values
/// @param commaDecimal whether `,` is the decimal sign of a number; `.` then divides groups of digits
/// @param dateOrder of the numbers of a date
public record ValueReading(ColumnType type, boolean commaDecimal, DateOrder dateOrder) {
    public ValueReading {
        Require.present(type, "type");
        dateOrder = dateOrder == null ? DateOrder.UNAMBIGUOUS : dateOrder;
    }

    /// As machines write values: `1234.5`, `2024-12-25`.
    public static ValueReading of(ColumnType type) {
        return new ValueReading(type, false, DateOrder.UNAMBIGUOUS);
    }
}
