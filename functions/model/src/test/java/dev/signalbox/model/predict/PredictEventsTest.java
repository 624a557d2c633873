package dev.signalbox.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.PrepareResult;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.ModelFile;
import dev.signalbox.model.learn.ModelHeader;
import dev.signalbox.model.learn.ModelProvenance;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.learn.TrainingContext;
import dev.signalbox.model.learn.TrainingSummary;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.matrix.MatrixFile;
import dev.signalbox.model.prepare.PrepareHandler;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A linear model of the penguins, trained on what `Prepare` answers to its shared event, scores the shared
/// rows.
class PredictEventsTest {
    private TestEnvironment environment;

    @BeforeEach
    void promote(@TempDir Path folder) throws Exception {
        environment = new TestEnvironment(folder);
        JsonNode answer = call(new PrepareHandler(environment.stage()), new SharedEvents("prepare").request("request"));
        PreparedRef prepared =
                ContractJson.LENIENT.treeToValue(answer, PrepareResult.class).prepared();
        ArtifactRef model =
                environment.artifacts().write("made", "linear.model", ModelFile.MEDIA_TYPE, trained(prepared));
        environment
                .ledger()
                .moveChampion(
                        0,
                        new ModelVersion(
                                "penguins",
                                1,
                                "run-1",
                                new CandidateRef("linear-1", Algorithm.LINEAR, model, model),
                                prepared,
                                model,
                                model,
                                MetricName.LOG_LOSS,
                                new TreeMap<>(),
                                Instant.EPOCH,
                                "gate",
                                null));
    }

    @Test
    void answersTheSharedEventOverBytes() throws Exception {
        SharedEvents events = new SharedEvents("predict");
        JsonNode answer = call(new PredictHandler(environment.stage()), events.request("request"));

        events.expected("request")
                .properties()
                .forEach(member -> assertThat(answer.get(member.getKey())).isEqualTo(member.getValue()));
        List<String> lines = lines(answer.get("predictions"));
        assertThat(lines.getFirst()).isEqualTo("prediction,p_Adelie,p_Chinstrap,p_Gentoo,reason");
        assertThat(lines.get(1)).startsWith("Adelie,0.9");
        assertThat(lines.get(2)).startsWith("Gentoo,");
        assertThat(lines.get(3)).isEqualTo(",,,,bill_length_mm is 'long'; expected a number");
        assertThat(lines(answer.get("contributions")).getFirst())
                .isEqualTo("island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year");
    }

    private byte[] trained(PreparedRef prepared) {
        Matrix train = MatrixFile.read(environment.artifacts().read(prepared.train()));
        Matrix valid = MatrixFile.read(environment.artifacts().read(prepared.valid()));
        CandidateSpec spec = new CandidateSpec("linear-1", Algorithm.LINEAR, new TreeMap<>());
        FittedModel model = Trainers.of(Algorithm.LINEAR)
                .train(
                        train,
                        valid,
                        spec,
                        new TrainingContext(
                                prepared.task(), 3, MetricName.LOG_LOSS, 0, 1, System.nanoTime() + 60_000_000_000L))
                .model();
        return ModelFile.write(
                new ModelHeader(
                        "linear-1",
                        Algorithm.LINEAR,
                        prepared.task(),
                        prepared.classes(),
                        spec,
                        new ModelProvenance(new TreeMap<>(), "test", 0, 1, new TreeMap<>(), new TreeMap<>()),
                        new TrainingSummary(0, false, MetricName.LOG_LOSS, 0, List.of(), List.of()),
                        train.features(),
                        List.of()),
                model);
    }

    private List<String> lines(JsonNode ref) throws IOException {
        ArtifactRef artifact = ContractJson.LENIENT.treeToValue(ref, ArtifactRef.class);
        return new String(environment.artifacts().read(artifact), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static JsonNode call(StageHandler<?, ?> handler, byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(request), answer, null);
        return SharedEvents.withoutUsage(answer.toByteArray());
    }
}
