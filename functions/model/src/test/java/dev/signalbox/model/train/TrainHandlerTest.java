package dev.signalbox.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.TrainResult;
import dev.signalbox.contract.stage.TrainStatus;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainHandlerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void theModelOpensAndSaysWhatTheValidPredictionsSay(Algorithm algorithm) throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 300, 80, 3);
        TrainResult result = samples.train(small(algorithm));
        byte[] file = read(samples, result);
        Predictions written = PredictionsFile.read(
                samples.environment().artifacts().read(result.candidate().validPredictions()));
        assertThat(ModelFile.header(file).algorithm()).isEqualTo(algorithm);
        try (FittedModel model = ModelFile.open(file)) {
            Predictions own = model.predict(samples.valid());
            assertThat(own.rows()).isEqualTo(written.rows());
            if (ModelFile.header(file).calibrator() == null) {
                assertThat(own.values()).isEqualTo(written.values());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "LINEAR", "XGBOOST", "LIGHTGBM"})
    void twoFoldersGetTheSameBytes(Algorithm algorithm) throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        TrainResult one = new PreparedSamples(folder, 300, 80, 2).train(small(algorithm));
        TrainResult two = new PreparedSamples(other, 300, 80, 2).train(small(algorithm), new RetryChanges(1, 2, false));
        assertThat(two.candidate().model().sha256())
                .isEqualTo(one.candidate().model().sha256());
        assertThat(two.candidate().validPredictions().sha256())
                .isEqualTo(one.candidate().validPredictions().sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "linear", "xgboost", "lightgbm", "one-class", "cross-validated"})
    void answersTheSharedEvents(String name) throws Exception {
        SharedEvents events = new SharedEvents("train");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TrainHandler(new TestEnvironment(folder).stage())
                .handleRequest(new ByteArrayInputStream(events.request(name)), out, null);
        JsonNode answer = SharedEvents.withoutUsage(out.toByteArray());
        JsonNode expected = events.expected(name);
        assertThat(answer.path("candidateId")).isEqualTo(expected.path("candidateId"));
        assertThat(answer.path("status")).isEqualTo(expected.path("status"));
        assertThat(answer.path("reason").asText(""))
                .isEqualTo(expected.path("reason").asText(""));
        assertThat(answer.path("error").asText(""))
                .isEqualTo(expected.path("error").asText(""));
        assertThat(answer.at("/candidate/algorithm").asText())
                .isEqualTo(expected.path("algorithm").asText());
        assertThat(out.size()).isLessThan(32 << 10);
    }

    @Test
    void theHeaderSaysWhereTheModelComesFrom() throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 300, 80, 2);
        ModelHeader header = ModelFile.header(read(samples, samples.train(small(Algorithm.LIGHTGBM))));
        assertThat(header.classes()).containsExactly("c0", "c1");
        assertThat(header.provenance().inputs())
                .isEqualTo(Map.of(
                        "train", samples.prepared().train().sha256(),
                        "valid", samples.prepared().valid().sha256(),
                        "features", samples.prepared().features().sha256()));
        assertThat(header.provenance().libraries()).isEqualTo(Map.of("lightgbm4j", "4.3.0-1"));
        assertThat(header.provenance().parameters()).containsEntry("learning_rate", "0.1");
        assertThat(header.summary().metric()).isEqualTo(MetricName.ROC_AUC);
        assertThat(header.summary().trainScore()).isGreaterThan(0.95);
        assertThat(header.summary().rounds()).isBetween(1, 60);
        assertThat(header.summary().validCurve()).hasSizeBetween(2, 200);
    }

    @Test
    void aCandidateThatCannotBeLearnedIsAResultWithAReasonAndIsNotKept() throws Exception {
        Matrix one = Samples.matrix(Samples.features(), new float[30], new double[10]);
        PreparedSamples samples = new PreparedSamples(folder, one, one, 2);
        TrainResult result = samples.train(small(Algorithm.XGBOOST));
        assertThat(result.status()).isEqualTo(TrainStatus.FAILED);
        assertThat(result.reason()).contains("one class only");
        assertThat(samples.train(Samples.spec(Algorithm.BASELINE)).status()).isEqualTo(TrainStatus.TRAINED);
        assertThat(samples.train(small(Algorithm.XGBOOST)).status()).isEqualTo(TrainStatus.FAILED);
        assertThat(samples.environment().ledger().entries("run-1"))
                .noneMatch(entry -> entry.toString().contains("cached=true"));
    }

    @Test
    void aModelThatTheTimeLimitCutShortIsToldAndNotKept() throws Exception {
        PipelineConfig config = ContractJson.STRICT.readValue(
                "{\"name\":\"sample\",\"target\":\"y\",\"train\":{\"timeoutSeconds\":1}}", PipelineConfig.class);
        PreparedSamples samples = new PreparedSamples(
                folder, config, Samples.regression(30_000, 1), Samples.regression(500, 2), 0, List.of());
        CandidateSpec endless = Samples.with(
                Samples.with(Samples.spec(Algorithm.LIGHTGBM), Hyperparameter.ROUNDS, 5_000),
                Hyperparameter.LEARNING_RATE,
                0.001);

        TrainResult result = samples.train(endless);
        samples.train(endless);
        samples.train(Samples.spec(Algorithm.BASELINE));
        TrainResult whole = samples.train(Samples.spec(Algorithm.BASELINE));

        assertThat(result.status()).isEqualTo(TrainStatus.TRAINED);
        assertThat(result.cutShort()).isTrue();
        assertThat(whole.cutShort()).isFalse();
        assertThat(samples.environment().ledger().entries("run-1"))
                .extracting(entry -> entry.event().toString().contains("cached=true"))
                .containsExactly(false, false, false, true);
    }

    @Test
    void aDamagedMatrixFailsTheStage() throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 100, 50, 2);
        Path matrix = Path.of(java.net.URI.create(samples.prepared().train().uri()));
        byte[] bytes = Files.readAllBytes(matrix);
        bytes[200] ^= 1;
        Files.write(matrix, bytes);
        assertThatThrownBy(() -> samples.train(small(Algorithm.LINEAR))).isInstanceOf(ArtifactDamaged.class);
    }

    @Test
    void aShareOfTheRowsIsAnotherModel() throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 300, 80, 0);
        TrainResult all = samples.train(small(Algorithm.LINEAR));
        TrainResult half = samples.train(small(Algorithm.LINEAR), new RetryChanges(0.5, 0, false));
        assertThat(half.candidate().model().sha256())
                .isNotEqualTo(all.candidate().model().sha256());
        assertThat(ModelFile.header(read(samples, half)).provenance().sampleFraction())
                .isEqualTo(0.5);
    }

    @Test
    void aBalancedModelIsCalibratedBack() throws Exception {
        Matrix train = rare(3_000, 1);
        Matrix valid = rare(1_500, 2);
        PreparedSamples samples = new PreparedSamples(folder, train, valid, 2);
        CandidateSpec balanced = Samples.with(small(Algorithm.LINEAR), Hyperparameter.BALANCED, 1);
        TrainResult result = samples.train(balanced);
        byte[] file = read(samples, result);
        assertThat(ModelFile.header(file).calibrator()).isNotNull();
        Predictions honest = PredictionsFile.read(
                samples.environment().artifacts().read(result.candidate().validPredictions()));
        try (FittedModel model = ModelFile.open(file)) {
            double share = model.predict(valid).values()[0];
            assertThat(share).isBetween(0.0, 1.0);
            assertThat(mean(model.predict(valid))).isEqualTo(mean(valid), within(0.02));
        }
        TrainResult plain = samples.train(new CandidateSpec(
                "plain", Algorithm.LINEAR, Samples.spec(Algorithm.LINEAR).parameters()));
        double plainLoss = Metrics.value(
                MetricName.LOG_LOSS,
                PredictionsFile.read(
                        samples.environment().artifacts().read(plain.candidate().validPredictions())),
                valid.target(),
                2);
        assertThat(Metrics.value(MetricName.LOG_LOSS, honest, valid.target(), 2))
                .isEqualTo(plainLoss, within(0.02));
    }

    /// About one row in twelve is positive, and no line separates them.
    private static Matrix rare(int rows, long seed) {
        Matrix regression = Samples.regression(rows, seed);
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            target[row] = regression.target()[row] / 3 - 4 > Math.log(1 / random.nextDouble(1e-12, 1) - 1) ? 1 : 0;
        }
        return Samples.matrix(regression.features(), regression.values(), target);
    }

    private static double mean(Predictions predictions) {
        double sum = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            sum += predictions.at(row, 1);
        }
        return sum / predictions.rows();
    }

    private static double mean(Matrix matrix) {
        return java.util.Arrays.stream(matrix.target()).average().orElseThrow();
    }

    private static byte[] read(PreparedSamples samples, TrainResult result) {
        return samples.environment().artifacts().read(result.candidate().model());
    }

    private static CandidateSpec small(Algorithm algorithm) {
        return Samples.with(Samples.spec(algorithm), Hyperparameter.ROUNDS, 60);
    }
}
