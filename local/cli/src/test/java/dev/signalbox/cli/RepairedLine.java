package dev.signalbox.cli;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.PredictRequest;
import dev.signalbox.contract.stage.PredictResult;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.contract.stage.RepairRequest;
import dev.signalbox.contract.stage.RepairResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.ValidateRequest;
import dev.signalbox.contract.stage.ValidateResult;
import dev.signalbox.data.ingest.IngestHandler;
import dev.signalbox.data.repair.RepairHandler;
import dev.signalbox.data.validate.ValidateHandler;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.predict.PredictStage;
import dev.signalbox.model.prepare.PrepareHandler;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A data file on its way through Ingest, rounds of Repair, Validate and Prepare, and then raw rows on their
/// way through Predict, whose model keeps what it is shown.
final class RepairedLine {
    private final TestEnvironment environment;
    private final RunRef run;
    private final Path raw;
    private final @Nullable Path rawHoldout;
    private final PreparedRef prepared;
    private long unscored;

    /// @param rounds of repair, in order
    RepairedLine(Path folder, List<String> rows, @Nullable List<String> holdoutRows, List<List<Repair>> rounds)
            throws IOException {
        this.environment = new TestEnvironment(folder);
        this.raw = Files.write(folder.resolve("rows.csv"), rows);
        this.rawHoldout = holdoutRows == null ? null : Files.write(folder.resolve("holdout.csv"), holdoutRows);
        this.run = environment.run(PipelineConfig.of("line", "y"), raw);
        IngestResult ingested = call(
                new IngestHandler(environment.stage()),
                new IngestRequest(run, source(raw), rawHoldout == null ? null : source(rawHoldout), null),
                IngestResult.class);
        DatasetRef dataset = ingested.dataset();
        DatasetRef holdout = ingested.holdout();
        for (List<Repair> round : rounds) {
            RepairResult repaired = call(
                    new RepairHandler(environment.stage()),
                    new RepairRequest(run, dataset, holdout, round),
                    RepairResult.class);
            dataset = repaired.dataset();
            holdout = repaired.holdout();
        }
        ValidateResult validated = call(
                new ValidateHandler(environment.stage()),
                new ValidateRequest(run, dataset, holdout, ingested.rows()),
                ValidateResult.class);
        this.prepared = call(
                        new PrepareHandler(environment.stage()),
                        new PrepareRequest(run, dataset, holdout, validated.profile(), null),
                        PrepareResult.class)
                .prepared();
        crown();
    }

    PreparedRef prepared() {
        return prepared;
    }

    Path raw() {
        return raw;
    }

    Path rawHoldout() {
        return java.util.Objects.requireNonNull(rawHoldout);
    }

    Matrix matrix(ArtifactRef ref) {
        return MatrixFile.read(environment.artifacts().read(ref));
    }

    /// The features of a file's rows as the model is shown them, in order.
    List<int[]> served(Path rows) {
        List<int[]> seen = new ArrayList<>();
        PredictResult result = new PredictStage(environment.stage(), bytes -> new Onlooker(seen))
                .run(new PredictRequest("line", source(rows), "predictions", false));
        unscored = result.unscored();
        return seen;
    }

    /// Rows without a prediction, the last time.
    long unscored() {
        return unscored;
    }

    /// The features of a row, bit by bit.
    static int[] bits(Matrix matrix, int row) {
        int[] bits = new int[matrix.features().size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(matrix.at(row, i));
        }
        return bits;
    }

    private void crown() {
        ArtifactRef model = environment.artifacts().write("made", "model", "x/y", new byte[] {1});
        environment
                .ledger()
                .moveChampion(
                        0,
                        new ModelVersion(
                                "line",
                                1,
                                "run-1",
                                new CandidateRef("onlooker", Algorithm.LINEAR, model, model),
                                prepared,
                                model,
                                model,
                                MetricName.ROC_AUC,
                                new TreeMap<>(),
                                Instant.EPOCH,
                                "gate",
                                null));
    }

    private static SourceRef source(Path file) {
        return SourceRef.unpinned(file.toUri().toString());
    }

    private static <O> O call(StageHandler<?, O> handler, Object request, Class<O> type) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(ContractJson.LENIENT.writeValueAsBytes(request)), answer, null);
        return ContractJson.LENIENT.readValue(answer.toByteArray(), type);
    }

    /// A model that only looks.
    private record Onlooker(List<int[]> seen) implements TrainedModel {
        @Override
        public Predictions predict(Matrix rows) {
            for (int row = 0; row < rows.rows(); row++) {
                seen.add(bits(rows, row));
            }
            return new Predictions(3, new double[rows.rows() * 3]);
        }

        @Override
        public double[] contributions(Matrix rows) {
            return new double[rows.values().length];
        }

        @Override
        public void close() {}
    }
}
