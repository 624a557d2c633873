package dev.signalbox.data.repair;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.data.ingest.type.ColumnTally;
import dev.signalbox.data.ingest.type.TypeDecision;
import dev.signalbox.runtime.duckdb.DuckFailures;
import dev.signalbox.runtime.value.CellText;
import dev.signalbox.runtime.value.CellValue;
import dev.signalbox.runtime.value.ColumnPlan;
import dev.signalbox.runtime.value.Spelling;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;

/// A column's texts and what they are as another type, as a table to join with: each text is read once, by
/// the reader that Ingest uses and that reads rows to be scored, so that a value means the same before and
/// after a repair, and in training and serving.
final class ParsedValues {
    private final String table;

    private ParsedValues(String table) {
        this.table = table;
    }

    /// How the texts of a column ask to be read as a type: which sign is the decimal one, in which order
    /// dates stand.
    ///
    /// @param texts all values of the column, each once
    static ValueReading reading(List<String> texts, ColumnType type) {
        ColumnTally tally = new ColumnTally();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            tally.add(Spelling.meanings(bytes, 0, bytes.length), bytes, 0, bytes.length);
        }
        return TypeDecision.as(type, tally).reading();
    }

    /// @param texts all values that may be looked up, each once
    static ParsedValues load(DuckSession duck, List<String> texts, ValueReading reading) {
        ColumnPlan plan = ColumnPlan.of(reading);
        return load(duck, texts, reading.type(), text -> CellText.read(text, plan));
    }

    /// @param read what a text is
    static ParsedValues load(DuckSession duck, List<String> texts, ColumnType type, Function<String, CellValue> read) {
        String table = "parsed_" + duck.count("SELECT count(*) FROM duckdb_tables()");
        duck.execute("CREATE TABLE " + table + " (t VARCHAR, v " + ColumnTypes.sql(type) + ")");
        try (DuckDBAppender appender = duck.appender(table)) {
            for (String text : texts) {
                appender.beginRow();
                appender.append(text);
                append(appender, read.apply(text));
                appender.endRow();
            }
        } catch (SQLException e) {
            throw DuckFailures.of("Parsed values cannot be kept", e);
        }
        return new ParsedValues(table);
    }

    private static void append(DuckDBAppender appender, CellValue value) throws SQLException {
        switch (value) {
            case CellValue.Absent _ -> appender.appendNull();
            case CellValue.Whole(long whole) -> appender.append(whole);
            case CellValue.Real(double real) -> appender.append(real);
            case CellValue.Truth(boolean truth) -> appender.append(truth);
            case CellValue.Day(long epochDay) -> appender.appendEpochDays(Math.toIntExact(epochDay));
            case CellValue.Moment(long epochMicros) -> appender.appendEpochMicros(epochMicros);
            case CellValue.Label(String text) -> appender.append(text);
        }
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
}
