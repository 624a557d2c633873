package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.Sql;
import java.util.Locale;

/// A column of a Parquet file on its way to one of our types.
///
/// @param source as the file has it
/// @param sqlType as DuckDB describes it
/// @param name as our table has it
/// @param type that it becomes
record ParquetColumn(String source, String sqlType, String name, ColumnType type) {
    private static final String LIMIT = "9.2e18";

    /// The value; NULL where it is missing (NaN is) or cannot be one.
    String value() {
        return convert() + " AS " + Sql.identifier(name);
    }

    /// True for a value that is there and cannot be one of our type.
    String bad() {
        String there = quoted() + " IS NOT NULL AND " + convert() + " IS NULL";
        return isReal() && type == ColumnType.NUMBER ? "isinf(" + quoted() + ")" : "(" + there + notNaN() + ")";
    }

    /// Whether any value of the source's type is one of ours.
    boolean alwaysFits() {
        return type == ColumnType.TEXT || (ColumnTypes.of(sqlType) == type && !isReal());
    }

    /// Why a row with a bad value is set aside.
    String reason() {
        return "'column ' || " + Sql.literal("'" + name + "'") + " || ' holds ''' || left(CAST(" + quoted()
                + " AS VARCHAR), 40) || " + Sql.literal("'; expected " + ColumnTypes.described(type));
    }

    String quoted() {
        return Sql.identifier(source);
    }

    private boolean isReal() {
        return sqlType.equals("FLOAT") || sqlType.equals("DOUBLE");
    }

    private String notNaN() {
        return isReal() ? " AND NOT isnan(" + quoted() + ")" : "";
    }

    private String convert() {
        String column = quoted();
        String upper = sqlType.toUpperCase(Locale.ROOT);
        boolean zoned = upper.equals("TIMESTAMP WITH TIME ZONE");
        return switch (type) {
            case TEXT -> text(upper, column);
            case NUMBER ->
                isReal()
                        ? "CASE WHEN isfinite(" + column + ") THEN CAST(" + column + " AS DOUBLE) END"
                        : "TRY_CAST(" + column + " AS DOUBLE)";
            case INTEGER -> ColumnTypes.of(sqlType) == ColumnType.INTEGER ? cast(column, "BIGINT") : whole(column);
            case TIMESTAMP -> zoned ? "timezone('UTC', " + column + ")" : cast(column, "TIMESTAMP");
            case DATE, BOOLEAN -> cast(column, ColumnTypes.sql(type));
        };
    }

    private static String whole(String column) {
        String number = "TRY_CAST(" + column + " AS DOUBLE)";
        return "CASE WHEN " + number + " = trunc(" + number + ") AND abs(" + number + ") < " + LIMIT + " THEN TRY_CAST("
                + column + " AS BIGINT) END";
    }

    private static String text(String upper, String column) {
        boolean nested = upper.endsWith("]") || upper.startsWith("STRUCT") || upper.startsWith("MAP");
        return nested ? "CAST(to_json(" + column + ") AS VARCHAR)" : "CAST(" + column + " AS VARCHAR)";
    }

    private static String cast(String column, String type) {
        return "TRY_CAST(" + column + " AS " + type + ")";
    }
}
