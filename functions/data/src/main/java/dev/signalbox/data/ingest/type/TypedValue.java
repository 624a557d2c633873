package dev.signalbox.data.ingest.type;

import dev.signalbox.runtime.value.ColumnPlan;
import dev.signalbox.runtime.value.ValueReader;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/// A value on its way from a spelling into a typed column.
public final class TypedValue {
    private TypedValue() {}

    /// Appends a value that fits a column that is not text and that is not missing.
    public static void appendTyped(
            DuckDBAppender appender, byte[] bytes, int from, int to, int meanings, ColumnPlan plan)
            throws SQLException {
        switch (plan.type()) {
            case TEXT -> throw new IllegalArgumentException("The column is text; expected a typed one.");
            case INTEGER -> appender.append(whole(bytes, from, to, plan.isFraction(meanings)));
            case NUMBER -> appender.append(ValueReader.number(bytes, from, to, plan.commaDecimal()));
            case BOOLEAN -> appender.append(ValueReader.truth(bytes, from, to));
            case DATE -> appender.appendEpochDays(ValueReader.epochDay(bytes, from, to, plan));
            case TIMESTAMP -> appender.appendEpochMicros(ValueReader.epochMicros(bytes, from, to, plan));
        }
    }

    private static long whole(byte[] bytes, int from, int to, boolean fraction) {
        return fraction ? (long) ValueReader.number(bytes, from, to, false) : ValueReader.whole(bytes, from, to);
    }
}
