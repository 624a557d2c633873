package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareEventsTest {
    private final SharedEvents events = new SharedEvents("prepare");

    @Test
    void answersTheSharedEventOverBytes(@TempDir Path folder) throws Exception {
        TestEnvironment environment = new TestEnvironment(folder);
        JsonNode answer = call(environment, events.request("request"));
        JsonNode expected = events.expected("request");

        expected.get("prepared")
                .properties()
                .forEach(member ->
                        assertThat(answer.get("prepared").get(member.getKey())).isEqualTo(member.getValue()));
        assertThat(answer.get("candidates").findValuesAsText("candidateId"))
                .isEqualTo(expected.get("candidates")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList());
        assertThat(answer.toString().length()).isLessThan(32 * 1024);
    }

    @Test
    void answersARepeatFromTheCacheUnlessWhatMattersDiffers(@TempDir Path folder) throws Exception {
        TestEnvironment environment = new TestEnvironment(folder);
        byte[] request = events.request("request");
        ObjectNode first = (ObjectNode) call(environment, request);
        ObjectNode again = (ObjectNode) call(environment, request);
        byte[] sampled = new String(request, StandardCharsets.UTF_8)
                .replace("\"changes\": null", "\"changes\": {\"sampleFraction\": 0.5}")
                .getBytes(StandardCharsets.UTF_8);

        ObjectNode unread = (ObjectNode) ContractJson.LENIENT.readTree(request);
        unread.withObject("/dataset").putNull("reading");

        assertThat(again).isEqualTo(first);
        assertThat(call(environment, sampled)).isNotEqualTo(first);
        assertThat(call(environment, ContractJson.LENIENT.writeValueAsBytes(unread)))
                .as("the same dataset, repaired on another way")
                .isNotEqualTo(first);
        assertThat(environment.ledger().entries("run-1"))
                .extracting(entry -> entry.event().toString().contains("cached=true"))
                .containsExactly(false, true, false, false);
    }

    @Test
    void namesTheArtifactThatIsGone(@TempDir Path folder) throws Exception {
        byte[] request = new String(events.request("request"), StandardCharsets.UTF_8)
                .replace("documents/profile.json", "documents/gone.json")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> call(new TestEnvironment(folder), request))
                .isInstanceOf(ArtifactDamaged.class)
                .hasMessageContaining("gone.json");
    }

    private static JsonNode call(TestEnvironment environment, byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new PrepareHandler(environment.stage()).handleRequest(new ByteArrayInputStream(request), answer, null);
        return SharedEvents.withoutUsage(answer.toByteArray());
    }
}
