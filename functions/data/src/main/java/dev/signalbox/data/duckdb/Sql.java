package dev.signalbox.data.duckdb;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Quotes what came from outside, so that a column's name or a value can only ever select, never be
/// executed.
///
/// Source: DuckDB documentation, "Keywords and Identifiers" and "Literal Types". Backslashes have no meaning
/// in either.
public final class Sql {
    private Sql() {}

    /// A name of a column or table: double quotes around it, inner ones doubled.
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// Names with commas between them.
    public static String identifiers(List<String> names) {
        return names.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    /// A text: single quotes around it, inner ones doubled.
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /// Texts as a list in brackets.
    public static String literals(List<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A number such that reading it back gives the same bits.
    public static String literal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return literal(Double.toString(number)) + "::DOUBLE";
        }
        return "(" + number + ")::DOUBLE";
    }

    /// A table function over one Parquet file. Wildcards in the path are taken as they stand.
    public static String parquet(Path file) {
        return "read_parquet(" + file(file) + ")";
    }

    /// A file's path as a literal in which `*`, `?` and `[` select nothing but themselves.
    public static String file(Path file) {
        StringBuilder path = new StringBuilder();
        for (char c : file.toAbsolutePath().toString().toCharArray()) {
            path.append(c == '*' || c == '?' || c == '[' ? "[" + c + "]" : String.valueOf(c));
        }
        return literal(path.toString());
    }
}
