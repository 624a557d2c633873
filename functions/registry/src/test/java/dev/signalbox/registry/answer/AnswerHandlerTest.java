package dev.signalbox.registry.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.testing.Lambda;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHandlerTest {
    private static final String ANN = "arn:aws:iam::111122223333:user/ann";
    private static final String LEADS = "arn:aws:iam::111122223333:role/Leads";
    private static final String MIA_AS_LEAD = "arn:aws:sts::111122223333:assumed-role/Leads/mia";

    @TempDir
    private Path folder;

    private TestEnvironment environment;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
    }

    @Test
    void showsTheQuestion() throws IOException {
        ask(List.of());

        JsonNode answer = call("GET", "id-1", ANN, "");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(body(answer).path("question").asText()).isEqualTo("Promote c?");
        assertThat(body(answer).path("runId").asText()).isEqualTo("run-1");
    }

    @Test
    void passesTheAnswerOnWithTheCallersIdentityOnce() throws IOException {
        ask(List.of("the data team"));

        JsonNode first = call("POST", "id-1", ANN, "{\"approved\": true, \"reason\": \"fine\"}");
        JsonNode second = call("POST", "id-1", MIA_AS_LEAD, "{\"approved\": false}");

        assertThat(status(first)).isEqualTo(200);
        assertThat(status(second)).isEqualTo(404);
        assertThat(environment.taskTokens().answers().get("id-1").by()).isEqualTo(ANN);
        assertThat(environment.ledger().entries("run-1"))
                .singleElement()
                .extracting(entry -> entry.event())
                .isEqualTo(new LedgerEvent.ApprovalAnswered("promotion", "d".repeat(64), true, ANN, "fine"));
    }

    @Test
    void readsABodyInBase64() throws IOException {
        ask(List.of());
        ObjectNode event = event("POST", "id-1", ANN, "");
        event.put("body", Base64.getEncoder().encodeToString("{\"approved\":false}".getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);

        assertThat(status(call(event))).isEqualTo(200);
        assertThat(environment.taskTokens().answers().get("id-1").approved()).isFalse();
    }

    @Test
    void holdsApproversThatAreArnsToTheirNames() throws IOException {
        ask(List.of(LEADS, "mia@example.com"));

        assertThat(status(call("POST", "id-1", ANN, "{\"approved\": true}"))).isEqualTo(403);
        assertThat(status(call(
                        "POST", "id-1", "arn:aws:sts::111122223333:assumed-role/Others/Leads", "{\"approved\": true}")))
                .isEqualTo(403);
        assertThat(environment.taskTokens().answers()).isEmpty();
        assertThat(status(call("POST", "id-1", MIA_AS_LEAD, "{\"approved\": true}")))
                .isEqualTo(200);
    }

    @Test
    void refusesACallThatNobodySigned() throws IOException {
        ask(List.of());

        assertThat(status(call("POST", "id-1", "", "{\"approved\": true}"))).isEqualTo(403);
        assertThat(environment.taskTokens().answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "[]",
                "{}",
                "null",
                "{\"approved\": null}",
                "{\"approved\": true, \"option\": \"maybe\"}",
            })
    void refusesWhatIsNoAnswer(String body) throws IOException {
        ask(List.of());

        JsonNode answer = call("POST", "id-1", ANN, body);

        assertThat(status(answer)).isEqualTo(400);
        assertThat(body(answer).path("hint").asText()).isNotBlank();
        assertThat(environment.taskTokens().answers()).isEmpty();
    }

    @Test
    void refusesAnAnswerToAnotherAction() throws IOException {
        ask(List.of());

        JsonNode answer =
                call("POST", "id-1", ANN, "{\"approved\": true, \"actionDigest\": \"" + "e".repeat(64) + "\"}");

        assertThat(status(answer)).isEqualTo(409);
        assertThat(environment.taskTokens().answers()).isEmpty();
    }

    @Test
    void knowsNoOtherQuestionAndNoOtherMethod() throws IOException {
        ask(List.of());

        assertThat(status(call("GET", "id-2", ANN, ""))).isEqualTo(404);
        assertThat(status(call("GET", "", ANN, ""))).isEqualTo(404);
        assertThat(status(call("DELETE", "id-1", ANN, ""))).isEqualTo(405);
    }

    /// The file that `sam local invoke` takes.
    @Test
    void takesTheSharedEvent() throws IOException {
        ask(List.of());
        Path event = Path.of(System.getProperty("signalbox.root"), "events/approval/approved.json");

        JsonNode answer = call((ObjectNode) ContractJson.LENIENT.readTree(Files.readAllBytes(event)));

        assertThat(status(answer)).isEqualTo(200);
        assertThat(environment.taskTokens().answers().get("id-1").by()).isEqualTo(ANN);
    }

    @Test
    void countsEachAnswerOnceForTheAlarmOfOpenQuestions() throws IOException {
        ask(List.of());
        List<String> lines = new ArrayList<>();

        for (int time = 0; time < 2; time++) {
            byte[] in = ContractJson.LENIENT.writeValueAsBytes(event("POST", "id-1", ANN, "{\"approved\": true}"));
            new AnswerHandler(environment.stage())
                    .handleRequest(new ByteArrayInputStream(in), new ByteArrayOutputStream(), Lambda.logging(lines));
        }

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"QuestionsAnswered\":1", "\"pipeline\":\"p\"", "CloudWatchMetrics"));
    }

    private void ask(List<String> approvers) {
        environment
                .taskTokens()
                .open(new PendingApproval(
                        "p",
                        "run-1",
                        "id-1",
                        "promotion",
                        "d".repeat(64),
                        "Promote c?",
                        List.of("approve", "deny"),
                        approvers,
                        Instant.parse("2026-01-02T00:00:00Z")));
    }

    private JsonNode call(String method, String id, String caller, String body) throws IOException {
        return call(event(method, id, caller, body));
    }

    private JsonNode call(ObjectNode event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = ContractJson.LENIENT.writeValueAsBytes(event);
        new AnswerHandler(environment.stage()).handleRequest(new ByteArrayInputStream(in), out, null);
        return ContractJson.LENIENT.readTree(out.toByteArray());
    }

    private static ObjectNode event(String method, String id, String caller, String body) {
        ObjectNode event = ContractJson.LENIENT.createObjectNode();
        event.put("version", "2.0").put("rawPath", "/" + id).put("body", body);
        ObjectNode context = event.putObject("requestContext");
        context.putObject("http").put("method", method);
        if (!caller.isEmpty()) {
            context.putObject("authorizer").putObject("iam").put("userArn", caller);
        }
        return event;
    }

    private static int status(JsonNode response) {
        return response.path("statusCode").asInt();
    }

    private static JsonNode body(JsonNode response) throws IOException {
        return ContractJson.LENIENT.readTree(response.path("body").asText());
    }
}
