package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.data.duckdb.Sql;
import java.util.Locale;

/// A column as the typed table has it.
///
/// @param name as it stands in the data
/// @param type what its values are
public record TableColumn(String name, ColumnType type) {
    /// A column by DuckDB's name of its type.
    ///
    /// @param duckType such as `BIGINT` or `DECIMAL(18,3)`
    public static TableColumn of(String name, String duckType) {
        return new TableColumn(name, typeOf(duckType.toUpperCase(Locale.ROOT)));
    }

    /// The column as this package reads it: whole numbers as BIGINT, other numbers as DOUBLE, dates and times as
    /// seconds since 1970, anything else as text.
    String projection() {
        String column = Sql.identifier(name);
        return switch (type) {
            case INTEGER -> "CAST(" + column + " AS BIGINT)";
            case NUMBER -> "CAST(" + column + " AS DOUBLE)";
            case DATE, TIMESTAMP -> "CAST(epoch(" + column + ") AS DOUBLE)";
            case BOOLEAN -> column;
            case TEXT -> "CAST(" + column + " AS VARCHAR)";
        };
    }

    /// Whether values are read as numbers.
    public boolean isNumeric() {
        return switch (type) {
            case NUMBER, INTEGER, DATE, TIMESTAMP -> true;
            case BOOLEAN, TEXT -> false;
        };
    }

    private static ColumnType typeOf(String duckType) {
        if (duckType.startsWith("DECIMAL") || duckType.startsWith("TIMESTAMP")) {
            return duckType.startsWith("DECIMAL") ? ColumnType.NUMBER : ColumnType.TIMESTAMP;
        }
        return switch (duckType) {
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> ColumnType.INTEGER;
            case "FLOAT", "DOUBLE", "HUGEINT", "UHUGEINT", "UBIGINT" -> ColumnType.NUMBER;
            case "DATE" -> ColumnType.DATE;
            default -> ColumnType.TEXT;
        };
    }
}
