package dev.signalbox.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.data.BucketFolder;
import dev.signalbox.data.Events;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestHandlerTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;
    private IngestHandler handler;

    @BeforeEach
    void open() throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("incoming/penguins"));
        Files.writeString(incoming.resolve("penguins.csv"), "species,mass\nAdelie,3750\nGentoo,NA\nChinstrap\n");
        Files.writeString(incoming.resolve("holdout.csv"), "mass,species\n3800,Adelie\n");
        environment = new TestEnvironment(folder);
        handler = new IngestHandler(BucketFolder.over(environment, folder));
    }

    private static Table table(JsonNode ref) throws Exception {
        return Table.of(ContractJson.LENIENT.treeToValue(ref, ArtifactRef.class));
    }

    @Test
    void answersWithReferencesAndNumbers() throws Exception {
        JsonNode answer = Events.call(handler, Events.read("ingest/csv.json"));
        assertThat(answer.at("/rows/in").asLong()).isEqualTo(3);
        assertThat(answer.at("/rows/out").asLong()).isEqualTo(2);
        assertThat(answer.at("/rows/rejected").asLong()).isEqualTo(1);
        assertThat(answer.at("/dataset/columns").asInt()).isEqualTo(2);
        assertThat(answer.get("format").asText()).isEqualTo("csv; delimiter ,; utf-8; header");
        assertThat(answer.hasNonNull("holdout")).isFalse();
        assertThat(answer.at("/dataset/table/uri").asText()).contains("/runs/run-1/ingest/");
        assertThat(table(answer.at("/dataset/table")).columns()).containsExactly("species:VARCHAR", "mass:BIGINT");
        assertThat(table(answer.get("rejects")).columns())
                .containsExactly("file:VARCHAR", "line:BIGINT", "reason:VARCHAR", "text:VARCHAR");
        assertThat(answer.toString().length()).isLessThan(32 << 10);
    }

    @Test
    void readsAHoldoutAndChanges() throws Exception {
        JsonNode answer = Events.call(handler, Events.read("ingest/holdout-and-changes.json"));
        assertThat(table(answer.at("/dataset/table")).columns()).containsExactly("species:VARCHAR", "mass:VARCHAR");
        assertThat(table(answer.at("/holdout/table")).rows().getFirst()).containsExactly("Adelie", "3800");
    }

    @Test
    void aRepeatIsAnsweredFromTheCacheAlsoInAnotherRun() {
        ObjectNode event = Events.read("ingest/csv.json");
        JsonNode first = Events.call(handler, event);
        event.withObject("/run").put("runId", "run-2");
        JsonNode second = Events.call(handler, event);
        assertThat(second.get("dataset")).isEqualTo(first.get("dataset"));
        assertThat(environment.ledger().entries("run-2").getFirst().event())
                .isInstanceOfSatisfying(
                        LedgerEvent.StageFinished.class,
                        finished -> assertThat(finished.cached()).isTrue());
    }

    @Test
    void aChangedFileIsReadAnew() throws Exception {
        ObjectNode event = Events.read("ingest/csv.json");
        JsonNode first = Events.call(handler, event);
        Files.writeString(folder.resolve("incoming/penguins/penguins.csv"), "species,mass\nAdelie,3751\n");
        assertThat(Events.call(handler, event).get("dataset")).isNotEqualTo(first.get("dataset"));
    }

    @Test
    void aFailureIsInTheLedger() {
        ObjectNode event = Events.read("ingest/csv.json");
        event.withObject("/source").put("uri", "s3://amzn-s3-demo-bucket/incoming/penguins/gone.csv");
        assertThatThrownBy(() -> Events.call(handler, event)).isInstanceOf(InvalidInput.class);
        assertThat(environment.ledger().entries("run-1").getFirst().event())
                .isInstanceOf(LedgerEvent.StageFailed.class);
    }
}
