package dev.signalbox.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.TrainStatus;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.Fold;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.metric.Subsample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Few rows: each is predicted by a model that did not see it, and the model itself learns from all of them.
class TrainFoldsTest {
    private static final int FOLDS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void predictsEachRowByAModelOfTheOtherFoldsWithOneNumberOfRounds(Algorithm algorithm) throws Exception {
        Matrix all = Samples.regression(120, 1);
        PreparedSamples samples = samples(folder, all, 0);
        TrainResult result = samples.train(small(algorithm));
        ModelHeader header = header(samples, result);
        Predictions outOfFold = predictions(samples, result);

        for (Fold fold : folds(all)) {
            Predictions expected =
                    trained(fold.train(), algorithm, header.summary().rounds(), fold.valid());
            for (int i = 0; i < fold.valid().rows(); i++) {
                int row = (int) fold.valid().rowIds()[i];
                assertThat(outOfFold.at(row, 0)).isEqualTo(expected.at(i, 0), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void theModelLearnsFromAllRows(Algorithm algorithm) throws Exception {
        Matrix all = Samples.regression(120, 1);
        PreparedSamples samples = samples(folder, all, 0);
        TrainResult result = samples.train(small(algorithm));
        ModelHeader header = header(samples, result);

        try (FittedModel model = ModelFile.open(read(samples, result))) {
            assertThat(model.predict(all).values())
                    .isEqualTo(trained(all, algorithm, header.summary().rounds(), all)
                            .values());
        }
        assertThat(header.spec()).as("as asked").isEqualTo(small(algorithm));
        assertThat(header.provenance().inputs())
                .containsEntry(
                        "folds",
                        java.util.Objects.requireNonNull(samples.prepared().folds())
                                .matrices()
                                .sha256());
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void twoFoldersGetTheSameBytes(Algorithm algorithm) throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Matrix all = Samples.classes(150, 1, 3);
        TrainResult one = samples(folder, all, 3).train(small(algorithm));
        TrainResult two = samples(other, all, 3).train(small(algorithm), new RetryChanges(1, 2, false));

        assertThat(two.candidate().model().sha256())
                .isEqualTo(one.candidate().model().sha256());
        assertThat(two.candidate().validPredictions().sha256())
                .isEqualTo(one.candidate().validPredictions().sha256());
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "XGBOOST", "LIGHTGBM"})
    void whoLearnsNoiseByHeartIsNotFlattered(Algorithm algorithm) throws Exception {
        Matrix noise = noise(200);
        PreparedSamples samples = samples(folder, noise, 2);
        CandidateSpec eager = Samples.with(
                Samples.with(small(algorithm), Hyperparameter.MIN_LEAF_ROWS, 1), Hyperparameter.LEARNING_RATE, 0.5);
        TrainResult result = samples.train(eager);

        double outOfFold = Metrics.value(MetricName.ROC_AUC, predictions(samples, result), noise.target(), 2);
        assertThat(outOfFold).isEqualTo(0.5, within(0.12));
        assertThat(header(samples, result).summary().trainScore()).isGreaterThan(outOfFold + 0.02);
    }

    @Test
    void otherFoldsAreAnotherModel() throws Exception {
        Matrix all = Samples.regression(120, 1);
        PreparedSamples samples = samples(folder, all, 0);
        TrainResult first = samples.train(small(Algorithm.LIGHTGBM));
        PreparedSamples parts = new PreparedSamples(folder, all, all, 0);
        TrainResult second = parts.train(small(Algorithm.LIGHTGBM));

        assertThat(first.status()).isEqualTo(TrainStatus.TRAINED);
        assertThat(second.candidate().validPredictions())
                .isNotEqualTo(first.candidate().validPredictions());
    }

    @Test
    void foldsOfOtherRowsAreRefused() throws Exception {
        Matrix all = Samples.regression(120, 1);
        PreparedSamples samples = new PreparedSamples(
                folder, PipelineConfig.of("sample", "y"), all, all, 0, folds(Samples.regression(80, 1)));

        assertThat(samples.train(small(Algorithm.LINEAR)).reason()).contains("other rows than the 120");
    }

    @Test
    void aShareOfTheRowsIsTakenOfEachFold() throws Exception {
        Matrix all = Samples.regression(120, 1);
        PreparedSamples samples = samples(folder, all, 0);
        TrainResult whole = samples.train(small(Algorithm.LINEAR));
        TrainResult half = samples.train(small(Algorithm.LINEAR), new RetryChanges(0.5, 0, false));

        assertThat(predictions(samples, half).rows()).isEqualTo(120);
        assertThat(half.candidate().validPredictions())
                .isNotEqualTo(whole.candidate().validPredictions());
    }

    private static PreparedSamples samples(Path folder, Matrix all, int classCount) throws IOException {
        return new PreparedSamples(folder, PipelineConfig.of("sample", "y"), all, all, classCount, folds(all));
    }

    private static List<Fold> folds(Matrix all) {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int wanted = fold;
            folds.add(new Fold(
                    pick(
                            all,
                            IntStream.range(0, all.rows())
                                    .filter(row -> row % FOLDS != wanted)
                                    .toArray()),
                    pick(
                            all,
                            IntStream.range(0, all.rows())
                                    .filter(row -> row % FOLDS == wanted)
                                    .toArray())));
        }
        return folds;
    }

    private static Matrix pick(Matrix matrix, int[] rows) {
        int width = matrix.features().size();
        float[] values = new float[rows.length * width];
        long[] ids = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.values(), rows[i] * width, values, i * width, width);
            ids[i] = rows[i];
        }
        return new Matrix(matrix.features(), values, Subsample.pick(matrix.target(), rows), ids);
    }

    private static Predictions trained(Matrix train, Algorithm algorithm, int rounds, Matrix rows) {
        Matrix none = Samples.matrix(train.features(), new float[0], new double[0]);
        CandidateSpec spec =
                rounds == 0 ? small(algorithm) : Samples.with(small(algorithm), Hyperparameter.ROUNDS, rounds);
        var context = Samples.context(0);
        try (FittedModel model = Trainers.of(algorithm)
                .train(
                        train,
                        none,
                        spec,
                        new dev.signalbox.model.learn.TrainingContext(
                                context.task(), 0, MetricName.RMSE, 0, 1, context.deadlineNanos()))
                .model()) {
            return model.predict(rows);
        }
    }

    private static Matrix noise(int rows) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[rows * 3];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row * 3] = (float) random.nextGaussian();
            values[row * 3 + 1] = (float) random.nextGaussian();
            values[row * 3 + 2] = random.nextInt(3);
            target[row] = random.nextInt(2);
        }
        return Samples.matrix(Samples.features(), values, target);
    }

    private static ModelHeader header(PreparedSamples samples, TrainResult result) {
        return ModelFile.header(read(samples, result));
    }

    private static Predictions predictions(PreparedSamples samples, TrainResult result) {
        return PredictionsFile.read(
                samples.environment().artifacts().read(result.candidate().validPredictions()));
    }

    private static byte[] read(PreparedSamples samples, TrainResult result) {
        return samples.environment().artifacts().read(result.candidate().model());
    }

    private static CandidateSpec small(Algorithm algorithm) {
        return Samples.with(Samples.spec(algorithm), Hyperparameter.ROUNDS, 60);
    }
}
