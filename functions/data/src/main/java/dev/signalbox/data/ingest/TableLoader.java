package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.data.duckdb.ColumnTypes;
import dev.signalbox.data.ingest.record.Fields;
import dev.signalbox.data.ingest.record.RecordSink;
import dev.signalbox.data.ingest.type.TypedValue;
import dev.signalbox.runtime.duckdb.DuckFailures;
import dev.signalbox.runtime.value.ColumnPlan;
import dev.signalbox.runtime.value.Meaning;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Loads records into a typed table; a record with a bad value is set aside whole.
final class TableLoader implements RecordSink {
    private static final int LONGEST_VALUE = 40;

    private final String file;
    private final List<Column> columns;
    private final int[] fieldOf;
    private final int[] meanings;
    private final DuckDBAppender appender;
    private final RejectLog rejects;
    private final RowSample sample;
    private long rows;
    private long rejected;

    /// @param fieldOf the record's field that each column is read from
    TableLoader(
            String file,
            List<Column> columns,
            int[] fieldOf,
            DuckDBAppender appender,
            RejectLog rejects,
            RowSample sample) {
        this.file = file;
        this.columns = columns;
        this.fieldOf = fieldOf.clone();
        this.meanings = new int[columns.size()];
        this.appender = appender;
        this.rejects = rejects;
        this.sample = sample;
    }

    @Override
    public boolean record(Fields fields, RawText text) {
        if (!sample.takesNext()) {
            return true;
        }
        String problem = problem(fields);
        if (problem != null) {
            rejected++;
            rejects.add(file, fields.line(), problem, text.get());
            return true;
        }
        try {
            appender.beginRow();
            for (int column = 0; column < meanings.length; column++) {
                append(column, fields);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw DuckFailures.of("Rows cannot be loaded", e);
        }
        rows++;
        return true;
    }

    @Override
    public boolean reject(long line, String reason, RawText text) {
        if (sample.takesNext()) {
            rejected++;
            rejects.add(file, line, reason, text.get());
        }
        return true;
    }

    private @Nullable String problem(Fields fields) {
        for (int column = 0; column < meanings.length; column++) {
            int field = fieldOf[column];
            ColumnPlan plan = columns.get(column).plan();
            boolean there = field < fields.count();
            int found = there ? fields.meanings(field) : Meaning.MISSING.bit();
            meanings[column] = plan.isMissing(found) ? Meaning.MISSING.bit() : found;
            if (there && !plan.fits(fields.bytes(), fields.from(field), fields.to(field), found)) {
                return badValue(columns.get(column), fields.text(field));
            }
        }
        return null;
    }

    private static String badValue(Column column, String value) {
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return "column '" + column.name() + "' holds '" + shown + "'; expected "
                + ColumnTypes.described(column.plan().type());
    }

    private void append(int column, Fields fields) throws SQLException {
        if (meanings[column] == Meaning.MISSING.bit()) {
            appender.appendNull();
            return;
        }
        ColumnPlan plan = columns.get(column).plan();
        int field = fieldOf[column];
        if (plan.type() == ColumnType.TEXT) {
            appender.append(fields.text(field));
        } else {
            TypedValue.appendTyped(
                    appender, fields.bytes(), fields.from(field), fields.to(field), meanings[column], plan);
        }
    }

    /// Rows that were loaded.
    long rows() {
        return rows;
    }

    /// Rows that were set aside.
    long rejected() {
        return rejected;
    }
}
