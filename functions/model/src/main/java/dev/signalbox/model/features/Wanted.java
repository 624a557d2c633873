package dev.signalbox.model.features;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ValueReading;

/// What a cell should have been, in the words of a message.
final class Wanted {
    private Wanted() {}

    /// As the column's raw text is read; a column of texts as it was understood.
    static String of(FittedColumn column, ValueReading raw) {
        return switch (raw.type()) {
            case NUMBER, INTEGER -> raw.commaDecimal() ? "a number with a decimal comma such as 1,5" : "a number";
            case BOOLEAN -> "true or false";
            case DATE, TIMESTAMP -> date(raw);
            case TEXT -> column instanceof FittedColumn.Moment ? date(ValueReading.of(ColumnType.DATE)) : "a text";
        };
    }

    private static String date(ValueReading raw) {
        return switch (raw.dateOrder()) {
            case UNAMBIGUOUS -> "a date such as 2024-12-25";
            case DAY_FIRST -> "a date such as 25.12.2024 or 2024-12-25";
            case MONTH_FIRST -> "a date such as 12/25/2024 or 2024-12-25";
        };
    }
}
