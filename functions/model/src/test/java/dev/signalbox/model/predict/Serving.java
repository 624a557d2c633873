package dev.signalbox.model.predict;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.contract.stage.PredictRequest;
import dev.signalbox.contract.stage.PredictResult;
import dev.signalbox.model.testing.Configs;
import dev.signalbox.model.testing.Datasets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A pipeline whose champion is a [StepModel], ready to score.
final class Serving {
    private static final String TRAINED =
            "SELECT i % 9 AS size, ['red', 'green', 'bläu'][1 + i % 3] AS colour, DATE '2024-01-01' + (i % 60)::INTEGER AS day, "
                    + "CASE WHEN i % 4 = 0 THEN 'yes' ELSE 'no' END AS answer FROM range(400) t(i)";

    private final Path folder;
    private final Datasets datasets;
    private @Nullable PredictResult last;

    Serving(Path folder) {
        this(folder, TRAINED);
    }

    /// @param trained query of the training data
    /// @param columns how some of its columns came out of raw rows
    Serving(Path folder, String trained, ColumnReading... columns) {
        this.folder = folder;
        this.datasets = new Datasets(folder);
        PreparedRef prepared = datasets.prepare(trained, Configs.of("answer").build(), Task.BINARY, columns)
                .prepared();
        ArtifactRef model = datasets.environment().artifacts().write("made", "model", "x/y", new byte[] {1});
        CandidateRef candidate = new CandidateRef("step", Algorithm.LINEAR, model, model);
        datasets.environment()
                .ledger()
                .moveChampion(
                        0,
                        new ModelVersion(
                                "trial",
                                1,
                                "run-1",
                                candidate,
                                prepared,
                                model,
                                model,
                                MetricName.ROC_AUC,
                                new TreeMap<>(),
                                Instant.EPOCH,
                                "gate",
                                null));
    }

    List<String> predict(String rows) {
        return predict(rows.getBytes(StandardCharsets.UTF_8));
    }

    List<String> predict(byte[] rows) {
        return lines(run("trial", written(rows), false).predictions());
    }

    List<String> predictWith(String pipeline, String rows) {
        return lines(run(pipeline, written(rows.getBytes(StandardCharsets.UTF_8)), false)
                .predictions());
    }

    List<String> predictParquet(String query) {
        Path file = folder.resolve("rows.bin");
        Datasets.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        return lines(run("trial", file, false).predictions());
    }

    PredictResult explain(String rows) {
        return run("trial", written(rows.getBytes(StandardCharsets.UTF_8)), true);
    }

    PredictResult last() {
        return Objects.requireNonNull(last);
    }

    List<String> lines(ArtifactRef ref) {
        return new String(datasets.environment().artifacts().read(ref), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private PredictResult run(String pipeline, Path file, boolean explain) {
        SourceRef source = SourceRef.unpinned(file.toUri().toString());
        last = new PredictStage(datasets.environment().stage(), bytes -> new StepModel())
                .run(new PredictRequest(pipeline, source, "predictions", explain));
        return last;
    }

    private Path written(byte[] rows) {
        try {
            return Files.write(folder.resolve("rows.any"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
