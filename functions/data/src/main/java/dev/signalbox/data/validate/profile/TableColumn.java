package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.Sql;
import java.util.Set;

/// A column as the typed table has it.
///
/// @param name as it stands in the data
/// @param type what its values are
/// @param plain whether the table holds it exactly as this package reads it
public record TableColumn(String name, ColumnType type, boolean plain) {
    private static final Set<String> PLAIN = Set.of("BIGINT", "DOUBLE", "VARCHAR", "BOOLEAN");

    /// A column by DuckDB's name of its type.
    ///
    /// @param duckType such as `BIGINT` or `DECIMAL(18,3)`
    public static TableColumn of(String name, String duckType) {
        return new TableColumn(name, ColumnTypes.of(duckType), PLAIN.contains(duckType));
    }

    /// The column as another table with other types may have it.
    public TableColumn elsewhere() {
        return new TableColumn(name, type, false);
    }

    /// The column as this package reads it: whole numbers as BIGINT, other numbers as DOUBLE, dates and times as
    /// seconds since 1970, anything else as text.
    String projection() {
        String column = Sql.identifier(name);
        // 2,000 casts cost the planner half a second.
        if (plain) {
            return column;
        }
        return switch (type) {
            case INTEGER -> "CAST(" + column + " AS BIGINT)";
            case NUMBER -> "CAST(" + column + " AS DOUBLE)";
            case DATE, TIMESTAMP -> "CAST(epoch(" + column + ") AS DOUBLE)";
            case BOOLEAN -> "CAST(" + column + " AS BOOLEAN)";
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
}
