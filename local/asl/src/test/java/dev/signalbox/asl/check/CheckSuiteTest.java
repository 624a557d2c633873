package dev.signalbox.asl.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSuiteTest {
    private static final String PASS =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String TASK = "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":"
            + "{\"Type\":\"Task\",\"Resource\":\"${Fn}\",\"End\":true}}}";

    @TempDir
    Path folder;

    @Test
    void givesOneLineForEachCaseInTheOrderOfTheirNames() throws IOException {
        write("b", "definition.json", PASS);
        write("a", "definition.json", PASS);
        write("a", "input.json", "[1]");
        assertThat(lines())
                .containsExactly(
                        "{\"case\":\"a\",\"status\":\"SUCCEEDED\",\"output\":[1],\"history\":[{\"type\":\"ExecutionStarted\"},"
                                + "{\"type\":\"PassStateEntered\",\"name\":\"A\"},{\"type\":\"PassStateExited\",\"name\":\"A\"},"
                                + "{\"type\":\"ExecutionSucceeded\"}]}",
                        "{\"case\":\"b\",\"status\":\"SUCCEEDED\",\"output\":{},\"history\":[{\"type\":\"ExecutionStarted\"},"
                                + "{\"type\":\"PassStateEntered\",\"name\":\"A\"},{\"type\":\"PassStateExited\",\"name\":\"A\"},"
                                + "{\"type\":\"ExecutionSucceeded\"}]}");
    }

    @Test
    void aCaseThatBreaksIsAnErrorAndTheOthersGoOn() throws IOException {
        Files.createDirectories(folder.resolve("a-empty"));
        write("b-cut-off", "definition.json", "{\"StartAt\":");
        write("c-no-text", "definition.json", "\u0000\uFFFD");
        write("d-invalid", "definition.json", "{\"StartAt\":\"A\"}");
        write("e-deep-input", "definition.json", PASS);
        write("e-deep-input", "input.json", "[".repeat(100_000) + "]".repeat(100_000));
        write("f-large-input", "definition.json", PASS);
        write("f-large-input", "input.json", "\"" + "x".repeat(300_000) + "\"");
        write("g-no-mock", "definition.json", TASK);
        write("h-bad-mock", "definition.json", TASK);
        write("h-bad-mock", "mock.json", "{\"StateMachines\":{\"M\":{\"TestCases\":{\"C\":{\"A\":\"Nope\"}}}}}");
        write("i-null", "definition.json", "null");
        write("z-good", "definition.json", PASS);
        List<JsonNode> results = results();
        assertThat(results).hasSize(10);
        assertThat(results.subList(0, 9)).allSatisfy(result -> {
            assertThat(result.path("status").asText()).isEqualTo("ERROR");
            assertThat(result.path("cause").asText()).isNotBlank();
            assertThat(result.path("history").isArray()).isTrue();
        });
        assertThat(results.getLast().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aTaskWithoutAMockSaysHowToMockIt() throws IOException {
        write("a", "definition.json", TASK);
        assertThat(results().getFirst().path("cause").asText())
                .contains("The task 'A' has no mock", "Add \"A\": \"SomeResponse\"");
    }

    @Test
    void anEndlessLoopEndsAtTheLimitOfTheHistory() throws IOException {
        write(
                "a",
                "definition.json",
                PASS.replace("\"End\":true", "\"Next\":\"B\"")
                        .replace(
                                "}}}",
                                "},\"B\":"
                                        + "{\"Type\":\"Choice\",\"Choices\":[{\"Condition\":true,\"Next\":\"A\"}],\"Default\":\"C\"},"
                                        + "\"C\":{\"Type\":\"Succeed\"}}}"));
        JsonNode result = results().getFirst();
        assertThat(result.path("status").asText()).isEqualTo("FAILED");
        assertThat(result.path("history")).hasSize(25_000);
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        write(
                "a",
                "definition.json",
                PASS.replace(
                        "\"End\"",
                        "\"Output\":\"{% [$uuid(), $random(), $now(), $states.context.Execution.Id] %}\",\"End\""));
        assertThat(lines()).isEqualTo(lines());
    }

    @Test
    void theTestCaseIsNamedByTheFolderOrByCaseJson() throws IOException {
        String mock =
                "{\"StateMachines\":{\"M\":{\"TestCases\":{\"C\":{\"A\":\"One\"},\"b\":{\"A\":\"Two\"},\"D\":{\"A\":\"Three\"}}}},"
                        + "\"MockedResponses\":{\"One\":{\"0\":{\"Return\":1}},\"Two\":{\"0\":{\"Return\":2}},\"Three\":{\"0\":{\"Return\":3}}}}";
        for (String name : List.of("a", "b", "c")) {
            write(name, "definition.json", TASK);
            write(name, "mock.json", mock);
        }
        write("c", "case.json", "{\"testCase\":\"M#D\"}");
        assertThat(results())
                .extracting(result -> result.path("output").asInt())
                .containsExactly(1, 2, 3);
    }

    private void write(String name, String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve(file), text);
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        CheckSuite.run(folder, lines::add);
        return lines;
    }

    private List<JsonNode> results() throws IOException {
        List<JsonNode> results = new ArrayList<>();
        for (String line : lines()) {
            results.add(new JsonMapper().readTree(line));
        }
        return results;
    }
}
