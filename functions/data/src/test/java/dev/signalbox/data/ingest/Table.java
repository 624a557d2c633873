package dev.signalbox.data.ingest;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What stands in a Parquet file.
///
/// @param columns each as `name:TYPE`
/// @param rows values as text, `null` for a missing one
public record Table(List<String> columns, List<List<String>> rows) {
    /// Reads an artifact.
    public static Table of(ArtifactRef ref) {
        return of(Path.of(URI.create(ref.uri())));
    }

    /// Reads a file.
    public static Table of(Path file) {
        Path spill = file.resolveSibling("test-spill");
        try (DuckSession duck = DuckSession.open(new DuckSettings(2, 256, spill))) {
            List<String> columns =
                    duck.query("DESCRIBE FROM " + Sql.parquet(file), row -> row.getString(1) + ":" + row.getString(2));
            List<List<String>> rows = duck.query("FROM " + Sql.parquet(file), row -> {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                return values;
            });
            return new Table(columns, rows);
        }
    }

    /// Writes a Parquet file by a query.
    public static Path write(Path file, String query) {
        try (DuckSession duck = DuckSession.open(new DuckSettings(2, 256, file.resolveSibling("test-spill")))) {
            duck.execute("COPY (" + query + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)");
            return file;
        }
    }

    /// The values of a column by its place from 0.
    public List<String> column(int place) {
        return rows.stream().map(row -> row.get(place)).toList();
    }
}
