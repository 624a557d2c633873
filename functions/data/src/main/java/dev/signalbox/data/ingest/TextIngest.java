package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.data.ingest.record.RecordSource;
import dev.signalbox.data.ingest.source.PlainFile;
import dev.signalbox.runtime.duckdb.DuckFailures;
import dev.signalbox.runtime.value.ColumnPlan;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;

/// Brings a text to Parquet.
final class TextIngest {
    private static final int COLUMNS_SHOWN = 10;
    private static final String CHECK_SHAPE =
            "Open the file at that line; check its delimiter, quotes and header, or its brackets where it is JSON.";
    private static final String CHECK_TYPES =
            "Bring a holdout whose columns hold what the data's columns of the same names hold.";

    private final DuckSession duck;
    private final RejectLog rejects;
    private final Path scratch;
    private final RetryChanges changes;
    private final long directBytes;

    /// @param directBytes size from which DuckDB's own reader is tried
    TextIngest(DuckSession duck, RejectLog rejects, Path scratch, RetryChanges changes, long directBytes) {
        this.duck = duck;
        this.rejects = rejects;
        this.scratch = scratch;
        this.changes = changes;
        this.directBytes = directBytes;
    }

    /// @param target where the Parquet file goes
    Loaded load(PlainFile plain, Path target) {
        TextTable table = TextTable.open(plain, scratch);
        DirectIngest direct = new DirectIngest(duck, table, target);
        boolean whole = changes.sampleFraction() >= 1 && !changes.lenientParser();
        TableScan scan =
                whole && direct.isWorthwhile(directBytes) ? direct.scanAndCopy() : TableScan.of(table.records());
        TextTable reopened = table.reopened(scan, scratch);
        if (reopened != null) {
            table = reopened;
            scan = TableScan.of(table.records());
        }
        refuseNoRows(table, scan);
        List<Column> columns = columns(table.records(), scan);
        if (reopened == null && direct.isDone(scan)) {
            return new Loaded(target, columns, new RowCounts(scan.rows(), scan.rows(), 0), table.format(columns));
        }
        int[] fields = IntStream.range(0, columns.size()).toArray();
        return append(table, columns, fields, target, CHECK_SHAPE);
    }

    /// As another table has the columns.
    ///
    /// @param like the other table's columns; each must be there
    Loaded loadLike(PlainFile plain, List<Column> like, Path target) {
        TextTable table = TextTable.open(plain, scratch);
        TableScan scan = TableScan.of(table.records());
        TextTable reopened = table.reopened(scan, scratch);
        if (reopened != null) {
            table = reopened;
            scan = TableScan.of(table.records());
        }
        refuseNoRows(table, scan);
        int[] fields = SameColumns.places(
                table.name(), ColumnNames.unique(table.records().names()), like);
        return append(
                table,
                SameColumns.plans(like, fields, scan, table.records().commaDecimals()),
                fields,
                target,
                CHECK_TYPES);
    }

    private List<Column> columns(RecordSource records, TableScan scan) {
        List<String> names = ColumnNames.unique(records.names());
        List<ColumnPlan> plans = scan.plans(records.commaDecimals());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean text = changes.lenientParser() || i >= plans.size();
            columns.add(new Column(names.get(i), text ? ColumnPlan.text(false) : plans.get(i)));
        }
        return columns;
    }

    private Loaded append(TextTable table, List<Column> columns, int[] fields, Path target, String hint) {
        duck.execute("CREATE OR REPLACE TABLE loaded ("
                + columns.stream().map(Column::declaration).collect(Collectors.joining(", ")) + ")");
        TableLoader loader;
        try (DuckDBAppender appender = duck.appender("loaded")) {
            RowSample sample = new RowSample(changes.sampleFraction());
            loader = new TableLoader(table.name(), columns, fields, appender, rejects, sample);
            table.records().read(loader);
        } catch (SQLException e) {
            throw DuckFailures.of("Rows cannot be loaded", e);
        }
        if (loader.rows() == 0) {
            throw noRowLeft(table.name(), loader.rejected(), rejects.reasons(), hint);
        }
        ParquetWriter.write(duck, "FROM loaded", target);
        duck.execute("DROP TABLE loaded");
        RowCounts rows = new RowCounts(loader.rows() + loader.rejected(), loader.rows(), loader.rejected());
        return new Loaded(target, columns, rows, table.format(columns) + sampled());
    }

    private String sampled() {
        return changes.sampleFraction() >= 1 ? "" : "; a sample of " + changes.sampleFraction() + " of the rows";
    }

    private static void refuseNoRows(TextTable table, TableScan scan) {
        if (scan.rows() > 0) {
            return;
        }
        if (scan.rejects() > 0) {
            throw noRowLeft(table.name(), scan.rejects(), scan.reasons(), CHECK_SHAPE);
        }
        List<String> names = table.records().names();
        String shown = String.join(", ", names.subList(0, Math.min(COLUMNS_SHOWN, names.size())));
        throw new DataQuality(
                "The file " + table.name() + " holds a header (" + names.size()
                        + (names.size() == 1 ? " column: " : " columns: ") + shown
                        + (names.size() > COLUMNS_SHOWN ? ", …" : "") + ") and no rows; expected rows.",
                "Check the query or program that wrote it.");
    }

    private static DataQuality noRowLeft(String name, long rejected, List<String> reasons, String hint) {
        return new DataQuality(
                (rejected == 1
                                ? "The one row of " + name + " could not"
                                : "None of the " + rejected + " rows of " + name + " could")
                        + " be read; " + String.join("; ", reasons) + (rejected > reasons.size() ? "; …" : "."),
                hint);
    }
}
