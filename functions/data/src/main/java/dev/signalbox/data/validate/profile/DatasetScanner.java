package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a typed table: all columns in one pass, and the numbers of a large table a second time for exact
/// histograms.
///
/// Rows are taken in by one thread in their order while DuckDB decodes ahead on its own; that way sums are
/// equal to the last bit however many threads there are, and a table of 2,000 columns costs no more than its
/// cells.
public final class DatasetScanner {
    private static final int MOST_SAMPLE_ROWS = 50_000;
    private static final int MOST_SAMPLE_CELLS = 4_000_000;
    private static final int LEAST_SAMPLE_ROWS = 1_000;
    private static final int MOST_TRACKED_VALUES = 2_000_000;
    private static final int MOST_EXACT_COLUMNS = 8;
    private static final double NEAR_UNIQUE = 0.95;

    private final DuckSession session;

    /// @param session an open session
    public DatasetScanner(DuckSession session) {
        this.session = session;
    }

    /// The columns of a table.
    public List<TableColumn> columns(Path file) {
        return session.query(
                "DESCRIBE SELECT * FROM " + Sql.parquet(file),
                row -> TableColumn.of(row.getString(1), row.getString(2)));
    }

    /// Scans a table.
    ///
    /// Raises [InvalidInput] when the file has another number of rows than its reference says.
    ///
    /// @param file the table
    /// @param reference what is known of it
    /// @param columns to read, in this order
    /// @param before a scan of another table with the same columns, whose rows may be shared; null for none
    public Scan scan(Path file, DatasetRef reference, List<TableColumn> columns, @Nullable Scan before) {
        RowPicker picker = new RowPicker(reference.rows(), places(columns.size()));
        int mostCounted = Math.min(
                ColumnAccumulator.MOST_COUNTED, Math.max(1_000, MOST_TRACKED_VALUES / Math.max(1, columns.size())));
        List<ColumnAccumulator> accumulators = columns.stream()
                .map(column -> ColumnAccumulator.of(column, picker.places(), mostCounted))
                .toList();
        RowHashes hashes = new RowHashes(reference.rows(), before == null ? null : before.hashes());
        TableReader reader = new TableReader(accumulators, picker, hashes);
        session.scan(select(file, columns), reader::read);
        if (reader.rows() != reference.rows()) {
            throw new InvalidInput(
                    "The dataset has " + reader.rows() + " rows; expected " + reference.rows()
                            + ", as its reference says.",
                    "Run the pipeline again from the source.");
        }
        Map<String, ScannedColumn> scanned = new LinkedHashMap<>();
        Map<ColumnAccumulator, long[]> bins = binCounts(file, accumulators, picker.takesAll());
        for (ColumnAccumulator accumulator : accumulators) {
            ScannedColumn column = accumulator.finish(reader.rows(), bins.getOrDefault(accumulator, new long[0]));
            scanned.put(column.name(), column);
        }
        countExactly(file, reader.rows(), scanned);
        return new Scan(
                new ScannedDataset(reader.rows(), picker.places(), scanned, hashes.repeated(), hashes.shared()),
                hashes);
    }

    private static int places(int columns) {
        return Math.clamp(MOST_SAMPLE_CELLS / Math.max(1, columns), LEAST_SAMPLE_ROWS, MOST_SAMPLE_ROWS);
    }

    private static String select(Path file, List<TableColumn> columns) {
        return "SELECT " + columns.stream().map(TableColumn::projection).collect(Collectors.joining(", ")) + " FROM "
                + Sql.parquet(file);
    }

    private Map<ColumnAccumulator, long[]> binCounts(
            Path file, List<ColumnAccumulator> accumulators, boolean sampleIsTable) {
        List<NumberAccumulator> numbers = new ArrayList<>();
        Map<ColumnAccumulator, long[]> counts = new LinkedHashMap<>();
        for (ColumnAccumulator accumulator : accumulators) {
            if (accumulator instanceof NumberAccumulator number) {
                numbers.add(number);
                counts.put(number, sampleIsTable ? Quantiles.counts(number.edges(), number.sample()) : new long[0]);
            }
        }
        if (!sampleIsTable && !numbers.isEmpty()) {
            BinCounts pass = new BinCounts(numbers);
            session.scan(pass.select(file), pass::read);
            counts.putAll(pass.counts());
        }
        return counts;
    }

    /// Whether a column is a key is not left to an estimate.
    private void countExactly(Path file, long rows, Map<String, ScannedColumn> scanned) {
        List<ScannedColumn> doubtful = scanned.values().stream()
                .filter(column -> column.profile().distinct() > ColumnAccumulator.MOST_COUNTED)
                .filter(column -> column.isText() || column.type() == ColumnType.INTEGER)
                .filter(column -> column.profile().distinct()
                        >= NEAR_UNIQUE * (rows - column.profile().missing()))
                .limit(MOST_EXACT_COLUMNS)
                .toList();
        for (ScannedColumn column : doubtful) {
            long distinct = session.count(
                    "SELECT count(DISTINCT " + Sql.identifier(column.name()) + ") FROM " + Sql.parquet(file));
            scanned.put(column.name(), column.withDistinct(distinct));
        }
    }
}
