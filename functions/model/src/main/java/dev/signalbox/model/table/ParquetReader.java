package dev.signalbox.model.table;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.duckdb.DuckFailures;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/// Reads Parquet files by DuckDB in the order of their rows, streaming, over one connection.
public final class ParquetReader implements AutoCloseable {
    private static final long SAMPLE_SALT = 0x53_41_4D_50L;
    private final Connection connection;

    /// Opens a database in memory.
    ///
    /// @param settings of the session; rows are streamed whatever they say
    public ParquetReader(DuckSettings settings) {
        Properties properties = settings.asProperties();
        properties.setProperty("jdbc_stream_results", "true");
        try {
            connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB cannot be opened", e);
        }
    }

    /// Reads columns into memory.
    ///
    /// Raises [InvalidInput] where the file lacks a column or is not Parquet.
    ///
    /// @param rows in the file, as its reference says
    public Table read(Path file, long rows, TableRequest request) {
        long[] rowIds = chosen(rows, request);
        List<ColumnBuilder> builders = request.columns().stream()
                .map(column -> ColumnBuilder.of(column.name(), column.type(), rowIds.length))
                .toList();
        String select = request.columns().stream()
                .map(column -> expression(column, request.lenient()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT " + select + " FROM read_parquet('" + quoted(file) + "')")) {
            fill(found, rowIds, rows, builders);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
        List<TableColumn> columns = new ArrayList<>();
        builders.forEach(builder -> columns.add(builder.build()));
        return new Table(List.copyOf(columns), rowIds);
    }

    /// Opens a file whose rows are read one by one, each column as text.
    ///
    /// Raises [InvalidInput] where it is not Parquet.
    public ParquetRows rows(Path file) {
        return ParquetRows.open(connection, file);
    }

    private static void fill(ResultSet found, long[] rowIds, long rows, List<ColumnBuilder> builders)
            throws SQLException {
        int next = 0;
        long row = 0;
        for (; found.next(); row++) {
            if (next < rowIds.length && rowIds[next] == row) {
                for (int i = 0; i < builders.size(); i++) {
                    builders.get(i).add(found, i + 1, next);
                }
                next++;
            }
        }
        if (row != rows) {
            throw new InvalidInput(
                    "The dataset has " + row + " rows; its reference says " + rows + ".", "Run the pipeline again.");
        }
    }

    private static long[] chosen(long rows, TableRequest request) {
        if (rows > Integer.MAX_VALUE) {
            throw new ResourceExhausted(
                    "The dataset has " + rows + " rows; expected at most " + Integer.MAX_VALUE + ".", "Use a sample.");
        }
        long salted = RowHash.mix(request.seed(), SAMPLE_SALT);
        long[] ids = new long[(int) rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (request.fraction() >= 1 || RowHash.unit(RowHash.mix(salted, row)) < request.fraction()) {
                ids[count++] = row;
            }
        }
        return count == ids.length ? ids : Arrays.copyOf(ids, count);
    }

    private static String expression(TableRequest.Column column, boolean lenient) {
        String name = identifier(column.name());
        String cast = lenient ? "TRY_CAST" : "CAST";
        return switch (column.type()) {
            case NUMBER, INTEGER -> cast + "(" + name + " AS DOUBLE)";
            case BOOLEAN -> cast + "(" + cast + "(" + name + " AS BOOLEAN) AS DOUBLE)";
            case DATE, TIMESTAMP -> "epoch(" + (lenient ? cast + "(" + name + " AS TIMESTAMP)" : name) + ")";
            case TEXT -> "CAST(" + name + " AS VARCHAR)";
        };
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(Path file) {
        return file.toString().replace("'", "''");
    }

    static StageFailure unreadable(Path file, SQLException e) {
        String doing = "The table " + file.getFileName() + " cannot be read";
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
        if (first.toLowerCase(Locale.ROOT).contains("referenced column")) {
            return new InvalidInput(
                    doing + ": " + first + ".", "Compare the column names with those of the training data.", e);
        }
        return DuckFailures.of(doing, e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckFailures.of("DuckDB cannot be closed", e);
        }
    }
}
