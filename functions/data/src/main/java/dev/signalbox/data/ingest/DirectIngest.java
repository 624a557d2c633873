package dev.signalbox.data.ingest;

import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.data.duckdb.DiskFailures;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.ingest.record.PlainCsv;
import dev.signalbox.data.ingest.type.ColumnPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The fast way for a large plain file: DuckDB copies it with the types of its first rows while our reader
/// looks at every value. The copy stands only if our reader found nothing that it did not expect and counted
/// the same rows; DuckDB alone would silently read `1.5` as 2 and `007` as 7 in a column of whole numbers.
final class DirectIngest {
    private static final long FIRST_ROWS = 10_000;

    /// DuckDB's own limit of a line is 2 MB.
    private static final int LONGEST_RECORD_BYTES = 1_900_000;

    private final DuckSession duck;
    private final TextTable table;
    private final Path target;
    private List<ColumnPlan> assumed = List.of();
    private long copied = -1;

    DirectIngest(DuckSession duck, TextTable table, Path target) {
        this.duck = duck;
        this.table = table;
        this.target = target;
    }

    /// Whether the file is large enough for two readers.
    boolean isWorthwhile(long leastBytes) {
        Path file = table.csvFile();
        try {
            return file != null && Files.size(file) >= leastBytes;
        } catch (IOException e) {
            throw DiskFailures.of("The file " + table.name() + " cannot be read", e);
        }
    }

    /// Looks at all values, and copies meanwhile if the first rows allow it.
    TableScan scanAndCopy() {
        TableScan first = TableScan.first(table.records(), FIRST_ROWS);
        PlainCsv csv = table.plainCsv();
        assumed = first.plans(table.records().commaDecimals());
        if (csv == null || first.rejects() > 0 || !assumed.stream().allMatch(ColumnPlan::plain)) {
            return TableScan.of(table.records());
        }
        FutureTask<TableScan> scan = new FutureTask<>(() -> TableScan.of(table.records(), duck::cancel));
        Thread.ofPlatform().name("ingest-scan").start(scan);
        copied = copy(csv);
        TableScan whole = await(scan);
        PlainCsv read = table.plainCsv();
        if (read != null && read.quote() != csv.quote()) {
            // Quotes begin behind the first rows; a copy that knows none is a tenth faster, so that it was tried.
            copied = copy(read);
        }
        return whole;
    }

    /// Whether the copy is what our reader would have made of the file.
    boolean isDone(TableScan scan) {
        PlainCsv csv = table.plainCsv();
        if (copied != scan.rows() || scan.rejects() > 0 || csv == null) {
            return false;
        }
        List<ColumnPlan> found = scan.plans(table.records().commaDecimals());
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).plain() || found.get(i).type() != assumed.get(i).type()) {
                return false;
            }
        }
        return csv.oneLineRecords() && csv.longestBytes() <= LONGEST_RECORD_BYTES;
    }

    private long copy(PlainCsv csv) {
        List<String> names = ColumnNames.unique(table.records().names());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), assumed.get(i)));
        }
        try {
            return DirectCsv.copy(duck, csv, columns, target);
        } catch (StageFailure _) {
            // A value did not fit, or the copy was cancelled: our own reader loads the file and says what is wrong.
            return -1;
        }
    }

    private static TableScan await(FutureTask<TableScan> scan) {
        try {
            return scan.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedFailure("Ingest was interrupted.", "Run it again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StageFailure failure) {
                throw failure;
            }
            throw new UnexpectedFailure(
                    "A defect while reading: " + e.getCause() + ".", "Please report this defect.", e);
        }
    }
}
