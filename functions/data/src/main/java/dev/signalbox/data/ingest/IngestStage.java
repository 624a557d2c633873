package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.reading.TableReading;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.ParquetWriter;
import dev.signalbox.data.duckdb.WorkFolder;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a source into a typed table.
public final class IngestStage {
    static final RetryChanges NO_CHANGES = new RetryChanges(1, 0, false);

    private final StageEnvironment environment;
    private final IngestTuning tuning;

    /// @param environment everything from outside
    public IngestStage(StageEnvironment environment) {
        this(environment, IngestTuning.DEFAULT);
    }

    IngestStage(StageEnvironment environment, IngestTuning tuning) {
        this.environment = environment;
        this.tuning = tuning;
    }

    /// Reads the source and, where one was brought, the holdout with the same columns and types. Idempotent:
    /// the same bytes and changes give the same bytes.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] for what cannot be read at all,
    /// [dev.signalbox.contract.failure.DataQuality] where no row is left, and
    /// [dev.signalbox.contract.failure.ResourceExhausted] where memory or disk ran out. Rows with defects
    /// are no failure: they are in the rejects, those of the holdout too, under its own name;
    /// [IngestResult#rows] counts the source's, [DatasetRef#rejectedRows] the holdout's.
    ///
    /// @param folder of this stage's artifacts
    public IngestResult run(IngestRequest request, String folder) {
        RetryChanges changes = changes(request);
        DuckSettings settings = DuckSettings.of(environment).withThreads(changes.threads());
        try (WorkFolder work = WorkFolder.in(environment.scratch());
                DuckSession duck = DuckSession.open(settings);
                RejectLog rejects = new RejectLog(duck)) {
            SourceReader reader = new SourceReader(environment.artifacts(), duck, rejects, work, tuning);
            Loaded table = reader.load(request.source(), changes, work.file("dataset.parquet"));
            SourceRef second = request.holdout();
            Loaded holdout =
                    second == null ? null : reader.loadLike(second, table.columns(), work.file("holdout.parquet"));
            ArtifactRef aside = setAside(duck, rejects, work.file("rejects.parquet"), folder);
            DatasetRef holdoutRef = holdout == null ? null : store(holdout, folder, null);
            ArtifactRef reading =
                    new Documents(environment.artifacts()).write(folder, "reading.json", reading(table.columns()));
            return new IngestResult(store(table, folder, reading), holdoutRef, table.rows(), aside, table.format());
        }
    }

    /// What identifies the answer: the very bytes of the sources as their store identifies them, their names
    /// (they stand in the rejects) and the changes; never where the sources are.
    Object identity(IngestRequest request) {
        SourceRef holdout = request.holdout();
        return Arrays.asList(bytes(request.source()), holdout == null ? null : bytes(holdout), changes(request));
    }

    private List<Object> bytes(SourceRef source) {
        SourceRef pinned = source.versionTag() == null ? environment.artifacts().pin(source) : source;
        return Arrays.asList(pinned.versionTag(), pinned.sizeBytes(), pinned.fileName());
    }

    private static RetryChanges changes(IngestRequest request) {
        RetryChanges changes = request.changes();
        return changes == null ? NO_CHANGES : changes;
    }

    private @Nullable ArtifactRef setAside(DuckSession duck, RejectLog rejects, Path file, String folder) {
        rejects.flush();
        if (!rejects.isAny()) {
            return null;
        }
        ParquetWriter.write(duck, "FROM " + RejectLog.TABLE, file);
        return environment.artifacts().write(folder, "rejects.parquet", ParquetWriter.MEDIA_TYPE, file);
    }

    private static TableReading reading(List<Column> columns) {
        return new TableReading(
                columns.stream()
                        .map(column ->
                                ColumnReading.of(column.name(), column.plan().reading()))
                        .toList(),
                List.of());
    }

    private DatasetRef store(Loaded loaded, String folder, @Nullable ArtifactRef reading) {
        Path file = loaded.file();
        String name = String.valueOf(file.getFileName());
        ArtifactRef table = environment.artifacts().write(folder, name, ParquetWriter.MEDIA_TYPE, file);
        RowCounts rows = loaded.rows();
        return new DatasetRef(table, rows.out(), loaded.columns().size(), rows.rejected(), reading);
    }
}
