package dev.signalbox.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.BlendRequest;
import dev.signalbox.contract.stage.BlendResult;
import dev.signalbox.model.learn.BlendMember;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.PredictionsFile;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.train.PreparedSamples;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendHandlerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void isNoWorseThanItsBestMemberOnTheRowsItWasChosenOn(int classCount) throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 400, 150, classCount);
        List<CandidateRef> candidates = candidates(samples);
        MetricName metric = metric(classCount);
        double blend =
                score(samples, blend(samples, candidates, BlendMethod.GREEDY).candidate(), metric, classCount);
        for (CandidateRef candidate : candidates) {
            assertThat(metric.gain(blend, score(samples, candidate, metric, classCount)))
                    .isGreaterThanOrEqualTo(-1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "greedy"})
    void answersTheSharedEvents(String name) throws Exception {
        SharedEvents events = new SharedEvents("blend");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlendHandler(new TestEnvironment(folder).stage())
                .handleRequest(new ByteArrayInputStream(events.request(name)), out, null);
        JsonNode candidate = SharedEvents.withoutUsage(out.toByteArray()).get("candidate");
        JsonNode expected = events.expected(name);
        assertThat(candidate.get("candidateId")).isEqualTo(expected.get("candidateId"));
        assertThat(candidate.get("algorithm")).isEqualTo(expected.get("algorithm"));
    }

    @Test
    void carriesItsMembersAndAnswersAsItsPredictionsSay() throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 400, 30, 3);
        BlendResult result = blend(samples, candidates(samples), BlendMethod.MEAN);
        byte[] file = samples.environment().artifacts().read(result.candidate().model());
        ModelHeader header = ModelFile.header(file);
        assertThat(header.members()).extracting(BlendMember::weight).containsOnly(0.25);
        assertThat(header.provenance().inputs()).hasSize(4);
        try (FittedModel model = ModelFile.open(file)) {
            Predictions own = model.predict(samples.valid());
            Predictions written = PredictionsFile.read(
                    samples.environment().artifacts().read(result.candidate().validPredictions()));
            assertThat(own.values()).containsExactly(written.values(), within(1e-12));
            assertThat(model.contributions(samples.valid())).hasSize(90);
        }
    }

    @Test
    void sameRequestSameBytes() throws Exception {
        List<String> hashes = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            PreparedSamples samples = new PreparedSamples(Files.createDirectory(folder.resolve(name)), 300, 120, 2);
            hashes.add(blend(samples, candidates(samples), BlendMethod.GREEDY)
                    .candidate()
                    .model()
                    .sha256());
        }
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
    }

    @Test
    void aBlendCanBeAMemberOfABlend() throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 300, 60, 0);
        List<CandidateRef> candidates = candidates(samples);
        CandidateRef inner = blend(samples, candidates, BlendMethod.MEAN).candidate();
        CandidateRef outer = blend(samples, List.of(inner, candidates.get(1)), BlendMethod.MEAN)
                .candidate();
        try (FittedModel model =
                ModelFile.open(samples.environment().artifacts().read(outer.model()))) {
            assertThat(model.predict(samples.valid()).rows()).isEqualTo(60);
        }
    }

    @Test
    void refusesCandidatesOfOtherRows() throws Exception {
        PreparedSamples samples = new PreparedSamples(folder, 300, 60, 2);
        PreparedSamples other = new PreparedSamples(Files.createDirectory(folder.resolve("other")), 300, 61, 2);
        List<CandidateRef> mixed =
                List.of(candidates(samples).get(0), candidates(other).get(1));
        assertThatThrownBy(() -> blend(samples, mixed, BlendMethod.MEAN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("61 rows × 2; expected 60 × 2");
    }

    private static List<CandidateRef> candidates(PreparedSamples samples) throws IOException {
        List<CandidateRef> candidates = new ArrayList<>();
        for (Algorithm algorithm :
                List.of(Algorithm.BASELINE, Algorithm.LINEAR, Algorithm.XGBOOST, Algorithm.LIGHTGBM)) {
            candidates.add(samples.train(Samples.with(Samples.spec(algorithm), Hyperparameter.ROUNDS, 40))
                    .candidate());
        }
        return candidates;
    }

    private static BlendResult blend(PreparedSamples samples, List<CandidateRef> candidates, BlendMethod method)
            throws IOException {
        BlendRequest request = new BlendRequest(samples.run(), samples.prepared(), candidates, method, "blend-1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlendHandler(samples.environment().stage())
                .handleRequest(new ByteArrayInputStream(ContractJson.LENIENT.writeValueAsBytes(request)), out, null);
        return ContractJson.LENIENT.readValue(out.toByteArray(), BlendResult.class);
    }

    private static double score(PreparedSamples samples, CandidateRef candidate, MetricName metric, int classCount) {
        Predictions predictions =
                PredictionsFile.read(samples.environment().artifacts().read(candidate.validPredictions()));
        return Metrics.value(metric, predictions, samples.valid().target(), classCount);
    }

    private static MetricName metric(int classCount) {
        return classCount == 0 ? MetricName.RMSE : classCount == 2 ? MetricName.ROC_AUC : MetricName.LOG_LOSS;
    }
}
