package dev.signalbox.model.snapshot;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.BlendRequest;
import dev.signalbox.contract.stage.BlendResult;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.EvaluateResult;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.contract.stage.PredictRequest;
import dev.signalbox.contract.stage.PredictResult;
import dev.signalbox.contract.stage.PrepareRequest;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.TrainRequest;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.learn.TrainingContext;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.table.ParquetReader;
import dev.signalbox.runtime.duckdb.DuckSettings;
import dev.signalbox.runtime.snapshot.PrimedJson;
import dev.signalbox.runtime.snapshot.Priming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Loads the learners' libraries and DuckDB, trains one tiny model with each learner and asks it.
public final class ModelPriming implements Priming {
    private static final int ROWS = 60;
    private static final long LEAST_MEMORY_MB = 64;

    @Override
    public void prime() {
        PrimedJson.readersAndWriters(
                RunManifest.class,
                PrepareRequest.class,
                PrepareResult.class,
                TrainRequest.class,
                TrainResult.class,
                EvaluateRequest.class,
                EvaluateResult.class,
                BlendRequest.class,
                BlendResult.class,
                GateRequest.class,
                GateResult.class,
                PredictResult.class);
        PrimedJson.throughBytes(
                new PredictRequest("priming", SourceRef.unpinned("file:///priming"), "predictions", false));
        for (Algorithm algorithm :
                List.of(Algorithm.BASELINE, Algorithm.LINEAR, Algorithm.XGBOOST, Algorithm.LIGHTGBM)) {
            train(algorithm);
        }
        new ParquetReader(new DuckSettings(1, LEAST_MEMORY_MB, Path.of(System.getProperty("java.io.tmpdir")))).close();
    }

    private static void train(Algorithm algorithm) {
        CandidateSpec spec = new CandidateSpec(
                algorithm.id(),
                algorithm,
                new TreeMap<>(java.util.Map.of(Hyperparameter.ROUNDS, 2.0, Hyperparameter.MAX_DEPTH, 2.0)));
        long deadlineNanos = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        TrainingContext context = new TrainingContext(Task.BINARY, 2, MetricName.LOG_LOSS, 1, 1, deadlineNanos);
        Matrix rows = rows();
        try (FittedModel model =
                Trainers.of(algorithm).train(rows, rows, spec, context).model()) {
            model.predict(rows);
        }
    }

    /// A number that tells the class, one that does not, and a category.
    private static Matrix rows() {
        float[] values = new float[ROWS * 3];
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row * 3] = row;
            values[row * 3 + 1] = row % 7;
            values[row * 3 + 2] = row % 2;
            target[row] = 2 * row < ROWS ? 0 : 1;
        }
        return new Matrix(
                List.of(
                        new Feature("a", "a", FeatureKind.NUMERIC, List.of()),
                        new Feature("b", "b", FeatureKind.NUMERIC, List.of()),
                        new Feature("c", "c", FeatureKind.CATEGORICAL, List.of("x", "y"))),
                values,
                target,
                LongStream.range(0, ROWS).toArray());
    }
}
