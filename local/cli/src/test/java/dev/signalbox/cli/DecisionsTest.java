package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a run's decisions: as text, as JSON, in the report, as spans.
class DecisionsTest {
    @TempDir
    static Path shared;

    private static Commands commands;
    private static JsonNode run;
    private static String runId;

    @BeforeAll
    static void runOnce() {
        commands = new Commands(shared.resolve("workspace"));
        run = commands.json("run", Commands.PENGUINS, "--target", "species").json();
        runId = run.path("runId").asText();
    }

    @Test
    void tellsEachDecisionLikeANote() {
        String told = commands.text("decisions", runId).out();

        assertThat(told)
                .contains("models → promote")
                .contains("  seen          344 rows in 8 columns")
                .contains("275 to learn, 275 to compare in 5 folds, 69 held out")
                .contains("no champion yet")
                .contains("  done          Send ")
                .contains("  evidence      /candidates/")
                .contains("  ruled         allowed by halted, well formed, ")
                .contains("  cost          gate, promote, report: ")
                .contains(" on validation rows and ")
                .contains("The gate passed it.")
                .contains("became champion, version 1.");
    }

    @Test
    void comparesWhatWasExpectedWithWhatCameOfIt() {
        JsonNode accounts = commands.json("decisions", runId).json().path("accounts");
        JsonNode last = accounts.path(accounts.size() - 1);
        JsonNode holdout = run.at("/champion/metrics/log_loss/value");

        assertThat(last.at("/gain/realised").asDouble()).isEqualTo(holdout.asDouble());
        assertThat(last.at("/gain/gain").asDouble())
                .isEqualTo(last.at("/gain/expected").asDouble() - holdout.asDouble());
        if (accounts.size() > 1) {
            JsonNode first = accounts.path(0);
            assertThat(first.at("/gain/realised").asDouble())
                    .isLessThanOrEqualTo(first.at("/gain/expected").asDouble());
            assertThat(first.at("/cost/models").asInt()).isPositive();
        }
    }

    @Test
    void keepsWhatMachinesReadBefore() {
        JsonNode decisions = commands.json("decisions", runId).json();

        assertThat(decisions.path("runId").asText()).isEqualTo(runId);
        assertThat(decisions.path("decisions")).hasSameSizeAs(decisions.path("accounts"));
        assertThat(decisions.at("/decisions/0/attempts/0/rulings")).isNotEmpty();
    }

    @Test
    void tellsTheSameInTheReport() throws IOException {
        String report = Files.readString(Path.of(run.path("report").asText()));

        assertThat(report).contains("<b>Seen:</b> 344 rows in 8 columns").contains("<b>What came of it:</b>");
    }

    @Test
    void writesASpanForEachDecision() throws IOException {
        Path file = commands.workspace().resolve("logs/traces/" + runId + ".jsonl");
        List<String> lines = Files.readAllLines(file);
        JsonNode first = ContractJson.STRICT.readTree(lines.getFirst());

        assertThat(lines).hasSize(run.path("decisions").size());
        assertThat(first.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(first.path("spanId").asText()).matches("[0-9a-f]{16}");
        assertThat(first.path("name").asText()).isEqualTo("invoke_agent decide");
        assertThat(attributes(first).path("gen_ai.operation.name").asText()).isEqualTo("invoke_agent");
        assertThat(attributes(first).path("gen_ai.conversation.id").asText()).isEqualTo(runId);
        assertThat(attributes(first).path("signalbox.planner").asText()).isEqualTo("rules");
        assertThat(first.path("startTimeUnixNano").asLong())
                .isLessThanOrEqualTo(first.path("endTimeUnixNano").asLong());
        assertThat(first.path("events").findValuesAsText("name")).containsOnly("signalbox.ruling");
        commands.json("resume", runId);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    private static ObjectNode attributes(JsonNode span) {
        ObjectNode found = ContractJson.LENIENT.createObjectNode();
        span.path("attributes")
                .forEach(each -> found.set(
                        each.path("key").asText(), each.path("value").elements().next()));
        return found;
    }
}
