package dev.signalbox.model.evaluate;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.ModelProvenance;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.learn.Training;
import dev.signalbox.model.learn.TrainingSummary;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A run with real artifacts: matrices of [Samples], models that were trained on them.
public final class SmallRun {
    private final TestEnvironment environment;
    private final PipelineConfig config;
    private final RunRef run;
    private final int classCount;
    private final PreparedRef prepared;
    private final Matrix valid;

    /// @param folder an existing temporary folder
    /// @param config its pipeline
    /// @param train rows that candidates learn from
    /// @param valid rows that they are compared on
    /// @param holdout rows that the gate opens
    /// @param classCount 0 for a regression
    public SmallRun(Path folder, PipelineConfig config, Matrix train, Matrix valid, Matrix holdout, int classCount) {
        this.environment = new TestEnvironment(folder);
        this.config = config;
        this.classCount = classCount;
        this.valid = valid;
        this.run = environment.run(config, source(folder));
        this.prepared = new PreparedRef(
                task(),
                "y",
                classes(),
                write("features.json", "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                write("train.matrix", MatrixFile.MEDIA_TYPE, MatrixFile.write(train)),
                write("valid.matrix", MatrixFile.MEDIA_TYPE, MatrixFile.write(valid)),
                write("holdout.matrix", MatrixFile.MEDIA_TYPE, MatrixFile.write(holdout)),
                train.rows(),
                valid.rows(),
                holdout.rows());
    }

    /// Learns a candidate from rows, which need not be those of the run, and writes its artifacts.
    public CandidateRef candidate(String candidateId, Algorithm algorithm, Matrix learnedFrom) {
        CandidateSpec spec = new CandidateSpec(candidateId, algorithm, new TreeMap<>());
        Training training = Trainers.of(algorithm).train(learnedFrom, valid, spec, Samples.context(classCount));
        ModelHeader header = new ModelHeader(
                candidateId,
                algorithm,
                task(),
                classes(),
                spec,
                new ModelProvenance(new TreeMap<>(), "test", 7, 1, new TreeMap<>(), new TreeMap<>()),
                new TrainingSummary(
                        training.rounds(),
                        training.stoppedEarly(),
                        config.metricFor(task()),
                        0.5,
                        training.trainCurve(),
                        training.validCurve()),
                learnedFrom.features(),
                List.of());
        ArtifactRef predictions = write(
                candidateId + ".predictions",
                PredictionsFile.MEDIA_TYPE,
                PredictionsFile.write(training.model().predict(valid)));
        ArtifactRef model =
                write(candidateId + ".model", ModelFile.MEDIA_TYPE, ModelFile.write(header, training.model()));
        training.model().close();
        return new CandidateRef(candidateId, algorithm, model, predictions);
    }

    /// Makes a candidate the pipeline's champion, prepared as given.
    public ModelVersion crown(CandidateRef candidate, PreparedRef of) {
        int version = environment.ledger().versions(config.name()).size() + 1;
        ModelVersion next = new ModelVersion(
                config.name(),
                version,
                "run-0",
                candidate,
                of,
                of.features(),
                of.features(),
                MetricName.RMSE,
                new TreeMap<>(),
                Instant.EPOCH,
                "gate",
                null);
        environment.ledger().moveChampion(version - 1, next);
        return next;
    }

    /// The environment with its fakes.
    public TestEnvironment environment() {
        return environment;
    }

    /// The run.
    public RunRef run() {
        return run;
    }

    /// What was prepared.
    public PreparedRef prepared() {
        return prepared;
    }

    /// The configuration.
    public PipelineConfig config() {
        return config;
    }

    /// Writes an artifact of the run.
    public ArtifactRef write(String name, String mediaType, byte[] bytes) {
        return environment.artifacts().write("runs/run-1/test", name, mediaType, bytes);
    }

    /// The same rows with other targets.
    public static Matrix withTarget(Matrix rows, double[] target) {
        return new Matrix(rows.features(), rows.values(), target, rows.rowIds());
    }

    private Task task() {
        return classCount == 0 ? Task.REGRESSION : classCount == 2 ? Task.BINARY : Task.MULTICLASS;
    }

    private List<String> classes() {
        return IntStream.range(0, classCount).mapToObj(code -> "class-" + code).toList();
    }

    private static Path source(Path folder) {
        try {
            return Files.writeString(folder.resolve("source.csv"), "y\n1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
