package dev.signalbox.data.repair;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.DuckFailures;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.data.ingest.type.ColumnPlan;
import dev.signalbox.data.ingest.type.ColumnTally;
import dev.signalbox.data.ingest.type.Spelling;
import dev.signalbox.data.ingest.type.TypeDecision;
import dev.signalbox.data.ingest.type.TypedValue;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/// A column's texts and what they are as another type, as a table to join with: each text is read once, by
/// the reader that Ingest uses, so that a value means the same before and after a repair.
final class ParsedValues {
    private static final Map<String, String> TRUTHS = Map.ofEntries(
            Map.entry("1", "true"),
            Map.entry("0", "false"),
            Map.entry("yes", "true"),
            Map.entry("no", "false"),
            Map.entry("y", "true"),
            Map.entry("n", "false"),
            Map.entry("t", "true"),
            Map.entry("f", "false"));

    private final String table;

    private ParsedValues(String table) {
        this.table = table;
    }

    /// @param texts all values of the column, each once
    static ParsedValues load(DuckSession duck, List<String> texts, ColumnType type) {
        ColumnPlan plan = plan(texts, type);
        String table = "parsed_" + duck.count("SELECT count(*) FROM duckdb_tables()");
        duck.execute("CREATE TABLE " + table + " (t VARCHAR, v " + ColumnTypes.sql(type) + ")");
        try (DuckDBAppender appender = duck.appender(table)) {
            for (String text : texts) {
                appender.beginRow();
                appender.append(text);
                byte[] bytes = bytes(text, type);
                TypedValue.append(appender, bytes, 0, bytes.length, Spelling.meanings(bytes, 0, bytes.length), plan);
                appender.endRow();
            }
        } catch (SQLException e) {
            throw DuckFailures.of("Parsed values cannot be kept", e);
        }
        return new ParsedValues(table);
    }

    /// Whether each text is a value of the type.
    static boolean allFit(List<String> texts, ColumnType type) {
        ColumnPlan plan = plan(texts, type);
        return texts.stream().allMatch(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return TypedValue.fits(bytes, 0, bytes.length, Spelling.meanings(bytes, 0, bytes.length), plan);
        });
    }

    /// The value in a join.
    String value() {
        return table + ".v";
    }

    /// The join of a table with the values of one of its columns.
    String join(TableColumn column) {
        return " LEFT JOIN " + table + " ON CAST(" + Sql.identifier(column.name()) + " AS VARCHAR) = " + table + ".t";
    }

    /// True for a row whose value is there and is lost by parsing.
    String lost(TableColumn column) {
        return "CAST(" + Sql.identifier(column.name()) + " AS VARCHAR) IN (SELECT t FROM " + table
                + " WHERE v IS NULL)";
    }

    private static ColumnPlan plan(List<String> texts, ColumnType type) {
        ColumnTally tally = new ColumnTally();
        for (String text : texts) {
            byte[] bytes = bytes(text, type);
            tally.add(Spelling.meanings(bytes, 0, bytes.length), bytes, 0, bytes.length);
        }
        return TypeDecision.as(type, tally, false);
    }

    /// Who asks for booleans means `yes`, `0` and the like too.
    private static byte[] bytes(String text, ColumnType type) {
        String known = type == ColumnType.BOOLEAN ? TRUTHS.get(text.strip().toLowerCase(Locale.ROOT)) : null;
        return (known == null ? text : known).getBytes(StandardCharsets.UTF_8);
    }
}
