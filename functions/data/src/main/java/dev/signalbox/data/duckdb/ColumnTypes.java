package dev.signalbox.data.duckdb;

import dev.signalbox.contract.action.ColumnType;
import java.util.Locale;

/// Our types as DuckDB has them, and back.
public final class ColumnTypes {
    private ColumnTypes() {}

    /// The SQL type of a column.
    public static String sql(ColumnType type) {
        return switch (type) {
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TEXT -> "VARCHAR";
        };
    }

    /// The type that a column of any SQL type is read as; 64 bits hold all whole numbers but the unsigned
    /// and the huge ones, which become real numbers.
    public static ColumnType of(String sqlType) {
        String type = sqlType.toUpperCase(Locale.ROOT);
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION")) {
            return ColumnType.TEXT;
        }
        if (type.startsWith("TIMESTAMP")) {
            return ColumnType.TIMESTAMP;
        }
        if (type.startsWith("DECIMAL")) {
            return ColumnType.NUMBER;
        }
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> ColumnType.INTEGER;
            case "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DOUBLE", "BIGNUM", "VARINT" -> ColumnType.NUMBER;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            default -> ColumnType.TEXT;
        };
    }

    /// In words, for people.
    public static String described(ColumnType type) {
        return switch (type) {
            case NUMBER -> "a number";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DATE -> "a day";
            case TIMESTAMP -> "a point in time";
            case TEXT -> "text";
        };
    }
}
