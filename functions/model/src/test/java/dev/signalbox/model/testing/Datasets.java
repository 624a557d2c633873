package dev.signalbox.model.testing;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.prepare.PrepareStage;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// A temporary folder with datasets and what `Prepare` makes of them.
public final class Datasets {
    private static final int MOST_COUNTED = 100;

    private final Path folder;
    private final TestEnvironment environment;

    /// @param folder an existing temporary folder
    public Datasets(Path folder) {
        this.folder = folder;
        this.environment = new TestEnvironment(folder);
    }

    /// The environment.
    public TestEnvironment environment() {
        return environment;
    }

    /// The rows of a query as a dataset.
    public DatasetRef dataset(String query) {
        Path file = folder.resolve("made.parquet");
        execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        long rows = number("SELECT count(*) FROM '" + file + "'");
        try {
            ArtifactRef table = environment
                    .artifacts()
                    .write("made", "made.parquet", "application/vnd.apache.parquet", Files.readAllBytes(file));
            return new DatasetRef(table, rows, columns(query).size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A profile with what `Prepare` reads of it.
    public ArtifactRef profile(String query, String target, @Nullable Task task) {
        long rows = number("SELECT count(*) FROM (" + query + ")");
        DatasetProfile profile = new DatasetProfile(rows, columns(query), 0, target, task);
        return new Documents(environment.artifacts()).write("made", "profile.json", profile);
    }

    /// Prepares the rows of a query.
    public PrepareResult prepare(String query, PipelineConfig config) {
        return prepare(query, config, config.task());
    }

    /// Prepares the rows of a query whose profile found a task.
    ///
    /// @param columns how some of the columns came out of raw rows; of the others nothing is known
    public PrepareResult prepare(String query, PipelineConfig config, @Nullable Task found, ColumnReading... columns) {
        DatasetRef plain = dataset(query);
        ArtifactRef reading = new Documents(environment.artifacts())
                .write("made", "reading.json", new TableReading(List.of(columns), List.of()));
        DatasetRef dataset = new DatasetRef(plain.table(), plain.rows(), plain.columns(), null, reading);
        return prepare(
                new PrepareRequest(run(config), dataset, null, profile(query, config.target(), found), null), config);
    }

    /// Prepares a request.
    public PrepareResult prepare(PrepareRequest request, PipelineConfig config) {
        return new PrepareStage(environment.stage()).run(request, config, "runs/run-1/prepare");
    }

    /// A run of the configuration.
    public RunRef run(PipelineConfig config) {
        try {
            return environment.run(config, Files.writeString(folder.resolve("source.csv"), "a\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// features.json.
    public FittedFeatures features(PrepareResult result) {
        return new Documents(environment.artifacts()).read(result.prepared().features(), FittedFeatures.class);
    }

    /// A matrix.
    public Matrix matrix(ArtifactRef ref) {
        return MatrixFile.read(environment.artifacts().read(ref));
    }

    /// Runs a statement in a database of its own.
    public static void execute(String sql) {
        query(sql, row -> 0);
    }

    private static long number(String sql) {
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    private static List<ColumnProfile> columns(String query) {
        List<String[]> described = query("DESCRIBE " + query, row -> new String[] {row.getString(1), row.getString(2)});
        if (described.size() > MOST_COUNTED) {
            // DuckDB's planner does not survive thousands of distinct counts in one statement.
            return described.stream().map(column -> profile(column, 0, 2)).toList();
        }
        String counted = described.stream()
                .map(column -> '"' + column[0].replace("\"", "\"\"") + '"')
                .map(name -> "count(*) - count(" + name + "), count(DISTINCT " + name + ")")
                .collect(Collectors.joining(", "));
        return query("SELECT " + counted + " FROM (" + query + ")", row -> profiles(described, row))
                .getFirst();
    }

    private static List<ColumnProfile> profiles(List<String[]> described, ResultSet counts) throws SQLException {
        List<ColumnProfile> columns = new ArrayList<>();
        for (String[] column : described) {
            int place = columns.size() * 2;
            columns.add(profile(column, counts.getLong(place + 1), counts.getLong(place + 2)));
        }
        return columns;
    }

    private static ColumnProfile profile(String[] column, long missing, long distinct) {
        return new ColumnProfile(
                column[0], type(column[1]), missing, distinct, null, null, null, null, List.of(), List.of(), null);
    }

    private static ColumnType type(String duckdb) {
        if (duckdb.startsWith("DECIMAL")) {
            return ColumnType.NUMBER;
        }
        return switch (duckdb) {
            case "BIGINT", "INTEGER", "HUGEINT" -> ColumnType.INTEGER;
            case "DOUBLE", "FLOAT" -> ColumnType.NUMBER;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> ColumnType.TIMESTAMP;
            default -> ColumnType.TEXT;
        };
    }

    private static <T> List<T> query(String sql, Reader<T> reader) {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            List<T> all = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        all.add(reader.read(rows));
                    }
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
