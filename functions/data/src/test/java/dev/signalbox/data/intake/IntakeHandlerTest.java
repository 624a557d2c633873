package dev.signalbox.data.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.data.BucketFolder;
import dev.signalbox.data.Events;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeHandlerTest {
    private static final String SOURCE = "s3://amzn-s3-demo-bucket/incoming/penguins/penguins.csv";

    @TempDir
    Path folder;

    private TestEnvironment environment;
    private IntakeHandler handler;

    @BeforeEach
    void open() throws Exception {
        put("incoming/penguins/penguins.csv", "a,b\n1,2\n");
        environment = new TestEnvironment(folder).withPipeline(PipelineConfig.of("penguins", "species"));
        PipelineConfig nightly = ContractJson.LENIENT.readValue(
                "{\"name\":\"nightly\",\"target\":\"y\",\"source\":\"" + SOURCE + "\"}", PipelineConfig.class);
        environment.withPipeline(nightly);
        handler = new IntakeHandler(BucketFolder.over(environment, folder));
    }

    private void put(String key, String text) throws Exception {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private JsonNode call(ObjectNode event) {
        return Events.call(handler, event);
    }

    private static ObjectNode arrival(String execution) {
        return Events.read("intake/s3-object-created.json").put("executionName", execution);
    }

    private static ObjectNode arrivalOf(String execution, String key) {
        ObjectNode event = arrival(execution);
        event.withObject("/event/detail/object").put("key", key);
        return event;
    }

    private RunManifest manifest(JsonNode answer) throws Exception {
        RunRef run = ContractJson.LENIENT.treeToValue(answer.get("run"), RunRef.class);
        return new Documents(environment.artifacts()).read(run.manifest(), RunManifest.class);
    }

    @Test
    void anObjectThatArrivesStartsARun() throws Exception {
        JsonNode answer = call(arrival("e-1"));
        assertThat(answer.get("status").asText()).isEqualTo("started");
        assertThat(answer.at("/run/runId").asText()).isEqualTo("e-1");
        assertThat(answer.at("/source/uri").asText()).isEqualTo(SOURCE);
        assertThat(answer.at("/limits/decisions").asInt()).isEqualTo(8);
        assertThat(answer.at("/usage/seconds").isNumber()).isTrue();
        RunManifest manifest = manifest(answer);
        assertThat(manifest.trigger()).isEqualTo("event");
        assertThat(manifest.config().target()).isEqualTo("species");
        assertThat(manifest.source().versionTag()).isNotNull();
        assertThat(environment.ledger().run("e-1")).isPresent();
        assertThat(environment.ledger().entries("e-1").getFirst().event()).isInstanceOf(LedgerEvent.RunStarted.class);
    }

    @Test
    void eventsOfOneVersionStartOneRunHoweverOftenTheyCome() throws Exception {
        call(arrival("e-1"));
        JsonNode second = call(arrival("e-2"));
        assertThat(second.get("status").asText()).isEqualTo("duplicate");
        assertThat(second.get("reason").asText()).isEqualTo("This version of the data has had its run: e-1.");
        assertThat(second.hasNonNull("run")).isFalse();
        assertThat(environment.ledger().run("e-2")).isEmpty();
        put("incoming/penguins/penguins.csv", "a,b\n1,3\n");
        assertThat(call(arrival("e-3")).get("status").asText()).isEqualTo("started");
        assertThat(call(arrival("e-4")).get("status").asText())
                .as("the late event of the older version")
                .isEqualTo("duplicate");
    }

    @Test
    void theSameExecutionTriedAgainGetsTheSameAnswerAndLeavesNoSecondTrace() {
        JsonNode first = call(arrival("e-1"));
        JsonNode again = call(arrival("e-1"));
        assertThat(again.get("status").asText()).isEqualTo("started");
        assertThat(again.get("run")).isEqualTo(first.get("run"));
        assertThat(environment.ledger().entries("e-1")).hasSize(1);
    }

    @Test
    void aDirectRequestAlwaysRuns() throws Exception {
        ObjectNode direct = Events.read("intake/direct.json");
        JsonNode first = call(direct);
        assertThat(first.get("status").asText()).isEqualTo("started");
        assertThat(first.at("/limits/approval").asText()).isEqualTo("always");
        assertThat(first.at("/holdout/versionTag").asText()).isNotEmpty();
        assertThat(manifest(first).trigger()).isEqualTo("request");
        assertThat(call(direct.put("executionName", "run-2")).get("status").asText())
                .isEqualTo("started");
    }

    @Test
    void aScheduleLooksAtThePipelinesSourceOncePerVersion() throws Exception {
        ObjectNode schedule = Events.read("intake/schedule.json");
        JsonNode answer = call(schedule);
        assertThat(answer.get("status").asText()).isEqualTo("started");
        assertThat(manifest(answer).trigger()).isEqualTo("schedule");
        assertThat(call(schedule.put("executionName", "e-9")).get("status").asText())
                .isEqualTo("duplicate");
    }

    @Test
    void aRequestOnTheBusRunsOncePerEvent() {
        ObjectNode requested = Events.read("intake/run-requested.json");
        assertThat(call(requested).get("status").asText()).isEqualTo("started");
        JsonNode again = call(requested.put("executionName", "e-8"));
        assertThat(again.get("reason").asText()).isEqualTo("This event has had its run: e-77b1.");
        requested.withObject("/event").put("id", "another");
        assertThat(call(requested).get("status").asText()).isEqualTo("started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs/x/y.csv",
                "incoming/penguins.csv",
                "incoming/penguins/",
                "incoming/penguins/2026/a.csv",
                "incoming/penguins/_SUCCESS",
                "incoming/penguins/.keep",
                "incoming//a.csv"
            })
    void keysOfAnotherFormAreIgnored(String key) {
        JsonNode answer = call(arrivalOf("e-1", key));
        assertThat(answer.get("status").asText()).isEqualTo("ignored");
        assertThat(answer.get("reason").asText()).startsWith("The key '" + key + "' is ");
    }

    @Test
    void otherEventsAreIgnored() {
        ObjectNode deleted = arrival("e-1");
        deleted.withObject("/event").put("detail-type", "Object Deleted");
        assertThat(call(deleted).get("reason").asText()).contains("'Object Deleted'; only 'Object Created'");
        ObjectNode foreign = arrival("e-1");
        foreign.withObject("/event").put("source", "aws.ec2");
        assertThat(call(foreign).get("status").asText()).isEqualTo("ignored");
    }

    @Test
    void keysMayBeEncodedOrPlain() throws Exception {
        put("incoming/penguins/my data+100%.csv", "a\n1\n");
        assertThat(call(arrivalOf("e-1", "incoming/penguins/my+data%2B100%25.csv"))
                        .get("status")
                        .asText())
                .isEqualTo("started");
        assertThat(call(arrivalOf("e-2", "incoming/penguins/my data+100%.csv"))
                        .get("status")
                        .asText())
                .isEqualTo("duplicate");
    }

    @Test
    void anUnknownPipelineIsNamed() {
        assertThatThrownBy(() -> call(arrivalOf("e-1", "incoming/pinguins/a.csv")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no pipeline 'pinguins'");
    }

    @Test
    void anObjectThatIsGoneIsNamed() {
        assertThatThrownBy(() -> call(arrivalOf("e-1", "incoming/penguins/gone.csv")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("incoming/penguins/gone.csv that an event tells of is not there");
    }

    @Test
    void aRequestWithATypingErrorIsRefused() {
        ObjectNode direct = Events.read("intake/direct.json");
        direct.withObject("/event").put("sorce", "x");
        assertThatThrownBy(() -> call(direct)).isInstanceOf(InvalidInput.class).hasMessageContaining("sorce");
    }

    @Test
    void anExecutionNameThatLeavesItsFolderIsRefused() {
        assertThatThrownBy(() -> call(arrival("../../x")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'../../x'; expected 1 to 80 letters");
    }
}
