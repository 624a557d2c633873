package dev.signalbox.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.history.HistoryEvent;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that Ingest set aside in a run.
final class SetAside {
    private static final String INGEST = "Ingest";
    private static final int FIRST = 3;
    private final StageEnvironment environment;

    SetAside(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Where they stand and the first of them; null where every row could be read.
    RunDocument.@Nullable Rejects of(List<HistoryEvent> history) {
        ArtifactRef file = lastAnswer(history);
        if (file == null) {
            return null;
        }
        Path path = FileUris.path(file.uri());
        return new RunDocument.Rejects(path.toString(), Files.exists(path) ? first(path) : List.of());
    }

    /// What the last call of Ingest answered: an earlier one may have read otherwise.
    private static @Nullable ArtifactRef lastAnswer(List<HistoryEvent> history) {
        for (HistoryEvent event : history.reversed()) {
            JsonNode rejects = event.details().path("output").path("rejects");
            if (INGEST.equals(event.name()) && event.type().awsName().endsWith("StateExited")) {
                return rejects.isObject() ? RunDocuments.convert(rejects, ArtifactRef.class) : null;
            }
        }
        return null;
    }

    private List<RunDocument.Reject> first(Path file) {
        try (DuckSession duck = DuckSession.open(DuckSettings.of(environment).withThreads(1))) {
            return duck.query(
                    "SELECT file, line, reason FROM " + Sql.parquet(file) + " LIMIT " + FIRST,
                    row -> new RunDocument.Reject(row.getString(1), row.getLong(2), row.getString(3)));
        }
    }
}
