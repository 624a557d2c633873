package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs with a language model in the shadow of the rules, and over them, on a server that always wants to
/// reject.
class ComparedRunTest {
    private static final String ANSWER = """
            {"id":"1","object":"chat.completion","model":"tiny","choices":[{"index":0,"finish_reason":"stop","message":
            {"role":"assistant","content":"{\\"type\\":\\"reject\\",\\"reason\\":\\"I am not convinced.\\"}"}}],
            "usage":{"prompt_tokens":2000,"completion_tokens":50,"total_tokens":2050}}
            """;

    @TempDir
    static Path folder;

    private static HttpServer server;
    private static Commands commands;
    private static JsonNode shadowed;
    private static JsonNode decided;

    @BeforeAll
    static void runTwice() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = (question.contains("talkative") ? ANSWER.replace("2000", "199950") : ANSWER)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        commands = new Commands(folder.resolve("workspace"));
        shadowed = run("shadowed", "kind: rules, shadow: llm");
        decided = run("decided", "kind: llm");
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aShadowChangesNothingAndIsRecordedBeside() {
        assertThat(shadowed.path("outcome").asText()).isEqualTo("promoted");

        CommandLineRun compared =
                commands.text("decisions", shadowed.path("runId").asText(), "--compare");

        assertThat(compared.out())
                .containsPattern("rules +promote +llm +reject +different")
                .contains("decisions: ");
        JsonNode overall = commands.json("decisions", "--pipeline", "shadowed", "--compare")
                .json()
                .path("overall");
        int decisions = overall.path("decisions").asInt();
        assertThat(decisions).isPositive();
        assertThat(overall.path("same").asInt()).isZero();
        assertThat(overall.path("different").asInt()).isEqualTo(decisions);
        assertThat(overall.path("tokensIn").asInt()).isEqualTo(2_000 * decisions);
        assertThat(overall.path("costUsd").asDouble())
                .isEqualTo(0.0021 * decisions, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aModelThatDecidesIsComparedWithTheRules() {
        assertThat(decided.path("outcome").asText()).isEqualTo("rejected");

        JsonNode compared = commands.json("decisions", decided.path("runId").asText(), "--compare")
                .json()
                .at("/decisions/0");

        assertThat(compared.path("planner").asText()).isEqualTo("llm");
        assertThat(compared.path("other").asText()).isEqualTo("rules");
        assertThat(compared.path("agreement").asText()).isEqualTo("different");
    }

    @Test
    void bothAreReplayedWithoutTheServer() {
        for (JsonNode run : java.util.List.of(shadowed, decided)) {
            CommandLineRun replay = commands.json("replay", run.path("runId").asText());
            assertThat(replay.exitCode()).as(replay.out()).isZero();
        }
    }

    @Test
    void whatTheModelCostsIsInTheLedger() {
        assertThat(
                        commands
                                .json("show", decided.path("runId").asText())
                                .json()
                                .path("ledger")
                                .findValues("event")
                                .stream()
                                .filter(event -> event.path("stage").asText().equals("decide"))
                                .mapToDouble(event -> event.path("costUsd").asDouble())
                                .sum())
                .isGreaterThan(0.002);
    }

    /// 200,000 is the usual budget; the machine counts, and a planner without tokens is not asked.
    @Test
    void aModelThatUsedTheTokensOfTheRunIsNotAskedAgain() throws IOException {
        JsonNode spent = run("spent", "kind: rules, shadow: llm", "talkative");

        JsonNode decisions =
                commands.json("decisions", spent.path("runId").asText()).json();
        assertThat(spent.path("outcome").asText()).isEqualTo("promoted");
        assertThat(decisions.findValuesAsText("calls")).first().isEqualTo("1");
        assertThat(decisions.findValuesAsText("calls"))
                .hasSizeGreaterThan(1)
                .last()
                .isEqualTo("0");
        assertThat(decisions.findValuesAsText("fault")).last().asString().contains("more tokens than the run has left");
    }

    private static JsonNode run(String pipeline, String planner) throws IOException {
        return run(pipeline, planner, "tiny");
    }

    private static JsonNode run(String pipeline, String planner, String model) throws IOException {
        Path config = Files.writeString(
                folder.resolve(pipeline + ".yaml"),
                "name: " + pipeline + "\ntarget: species\nplanner: {" + planner
                        + ", provider: openai, model: " + model + ", endpoint: 'http://localhost:"
                        + server.getAddress().getPort()
                        + "/v1', price: {inputUsdPerMillion: 1, outputUsdPerMillion: 2}}\n");
        return commands.json("run", Commands.PENGUINS, "--config", config).json();
    }
}
