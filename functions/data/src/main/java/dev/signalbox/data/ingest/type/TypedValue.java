package dev.signalbox.data.ingest.type;

import dev.signalbox.contract.action.ColumnType;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/// A value on its way from a spelling into a typed column.
public final class TypedValue {
    private TypedValue() {}

    /// Whether a spelling is a value of the column, or missing there.
    public static boolean fits(byte[] bytes, int from, int to, int meanings, ColumnPlan plan) {
        return plan.isMissing(meanings)
                || (plan.accepts(meanings) && (!isFraction(plan, meanings) || isWhole(bytes, from, to)));
    }

    /// Appends the value; null where it is missing or does not fit.
    public static void append(DuckDBAppender appender, byte[] bytes, int from, int to, int meanings, ColumnPlan plan)
            throws SQLException {
        if (plan.isMissing(meanings) || !fits(bytes, from, to, meanings, plan)) {
            appender.appendNull();
        } else if (plan.type() == ColumnType.TEXT) {
            appender.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        } else {
            appendTyped(appender, bytes, from, to, meanings, plan);
        }
    }

    /// Appends a value that fits a column that is not text and that is not missing.
    public static void appendTyped(
            DuckDBAppender appender, byte[] bytes, int from, int to, int meanings, ColumnPlan plan)
            throws SQLException {
        switch (plan.type()) {
            case TEXT -> throw new IllegalArgumentException("The column is text; expected a typed one.");
            case INTEGER -> appender.append(whole(bytes, from, to, isFraction(plan, meanings)));
            case NUMBER -> appender.append(ValueReader.number(bytes, from, to, plan.commaDecimal()));
            case BOOLEAN -> appender.append(ValueReader.truth(bytes, from, to));
            case DATE -> appender.appendEpochDays(ValueReader.epochDay(bytes, from, to, plan));
            case TIMESTAMP -> appender.appendEpochMicros(ValueReader.epochMicros(bytes, from, to, plan));
        }
    }

    private static long whole(byte[] bytes, int from, int to, boolean fraction) {
        return fraction ? (long) ValueReader.number(bytes, from, to, false) : ValueReader.whole(bytes, from, to);
    }

    /// Whole numbers may be written as `3.0` where somebody has said that they are whole.
    private static boolean isFraction(ColumnPlan plan, int meanings) {
        return plan.type() == ColumnType.INTEGER && Meaning.DOT_NUMBER.in(meanings);
    }

    private static boolean isWhole(byte[] bytes, int from, int to) {
        double value = ValueReader.number(bytes, from, to, false);
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE;
    }
}
