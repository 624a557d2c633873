package dev.signalbox.model.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.TrainRequest;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.learn.FoldsFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The samples of [Samples] as a prepared run in a temporary folder.
public final class PreparedSamples {
    private final TestEnvironment environment;
    private final RunRef run;
    private final PreparedRef prepared;
    private final Matrix valid;

    /// @param classCount 0 for a regression
    public PreparedSamples(Path folder, int trainRows, int validRows, int classCount) throws IOException {
        this(folder, data(trainRows, 1, classCount), data(validRows, 2, classCount), classCount);
    }

    /// Of matrices that the test made.
    public PreparedSamples(Path folder, Matrix train, Matrix valid, int classCount) throws IOException {
        this(folder, PipelineConfig.of("sample", "y"), train, valid, classCount, List.of());
    }

    /// Of matrices that the test made.
    ///
    /// @param folds for a cross-validation; may be none
    public PreparedSamples(
            Path folder, PipelineConfig config, Matrix train, Matrix valid, int classCount, List<Fold> folds)
            throws IOException {
        environment = new TestEnvironment(folder);
        run = environment.run(config, Files.writeString(folder.resolve("data.csv"), "y\n1\n"));
        this.valid = valid;
        Task task = classCount == 0 ? Task.REGRESSION : classCount == 2 ? Task.BINARY : Task.MULTICLASS;
        List<String> classes =
                IntStream.range(0, classCount).mapToObj(code -> "c" + code).toList();
        ArtifactRef features = environment
                .artifacts()
                .write("p", "features.json", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        ArtifactRef validRef = write(valid);
        prepared = new PreparedRef(
                        task, "y", classes, features, write(train), validRef, validRef, train.rows(), valid.rows(), 0)
                .withFolds(folds.isEmpty() ? null : write(folds));
    }

    /// Sends a request over bytes, as Lambda does.
    public TrainResult train(CandidateSpec spec) throws IOException {
        return train(spec, null);
    }

    /// Likewise, at another try.
    public TrainResult train(CandidateSpec spec, @org.jspecify.annotations.Nullable RetryChanges changes)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] request = ContractJson.LENIENT.writeValueAsBytes(new TrainRequest(run, prepared, spec, changes));
        new TrainHandler(environment.stage()).handleRequest(new ByteArrayInputStream(request), out, null);
        JsonNode answer = ContractJson.LENIENT.readTree(out.toByteArray());
        return ContractJson.LENIENT.treeToValue(answer, TrainResult.class);
    }

    /// Everything from outside.
    public TestEnvironment environment() {
        return environment;
    }

    /// The run.
    public RunRef run() {
        return run;
    }

    /// The matrices.
    public PreparedRef prepared() {
        return prepared;
    }

    /// The validation rows.
    public Matrix valid() {
        return valid;
    }

    private FoldsRef write(List<Fold> folds) {
        ArtifactRef matrices =
                environment.artifacts().write("p", "folds", FoldsFile.MEDIA_TYPE, FoldsFile.write(folds));
        return new FoldsRef(matrices, folds.size());
    }

    private ArtifactRef write(Matrix matrix) {
        return environment.artifacts().write("p", "rows.matrix", MatrixFile.MEDIA_TYPE, MatrixFile.write(matrix));
    }

    private static Matrix data(int rows, long seed, int classCount) {
        return classCount == 0 ? Samples.regression(rows, seed) : Samples.classes(rows, seed, classCount);
    }
}
