package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The `asl` verbs on definitions that a deployment fills.
class AslCommandsTest {
    private static final Path STATE_MACHINES = Path.of(System.getProperty("signalbox.root"), "statemachines");
    private static final String TEMPLATE = """
            {"QueryLanguage": "JSONata", "StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "${WorkFunction}", "Arguments": {"from": "s3://${Bucket}/in"},
                "Output": "{% $states.input %}", "Next": "Done"},
              "Done": {"Type": "Pass", "Output": "${Bucket}", "End": true}}}
            """;

    @TempDir
    Path folder;

    @Test
    void ourOwnStateMachinesAreCleanTemplates() {
        CommandLineRun run = CommandLineRun.of("asl", "validate", STATE_MACHINES, "--allow-substitutions", "--json");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.json().path("result").asText()).isEqualTo("OK");
        assertThat(run.json().at("/files/0/diagnostics")).isEmpty();
    }

    @Test
    void aNameWithoutAValueIsAnErrorWithTheWayOut() {
        CommandLineRun run = CommandLineRun.of("asl", "validate", STATE_MACHINES);

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.out())
                .contains("ERROR UNRESOLVED_SUBSTITUTION at /States/Intake/Arguments/FunctionName")
                .contains("--substitution NAME=VALUE")
                .contains("--allow-substitutions");
    }

    @Test
    void aTemplateIsWarnedOfNamesThatAreNoFunctions() throws IOException {
        CommandLineRun run = CommandLineRun.of("asl", "validate", template(), "--allow-substitutions", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().at("/files/0/diagnostics").findValuesAsText("severity"))
                .containsExactly("WARNING", "WARNING");
        assertThat(run.json().at("/files/0/diagnostics").findValuesAsText("location"))
                .containsExactly("/States/Work/Arguments/from", "/States/Done/Output");
    }

    @Test
    void valuesComeFromTheCommandLineAndFromAFile() throws IOException {
        Path values = Files.writeString(folder.resolve("values.json"), "{\"WorkFunction\": \"work\", \"Bucket\": 7}");

        assertThat(CommandLineRun.of("asl", "validate", template(), "--substitutions", values)
                        .out())
                .contains("sound")
                .doesNotContain("UNRESOLVED");
        assertThat(CommandLineRun.of("asl", "validate", template(), "--substitution", "WorkFunction=work")
                        .out())
                .contains("The substitution '${Bucket}' has no value");
        assertThat(run("--substitutions", values).path("output").asText()).isEqualTo("7");
        assertThat(run("--substitutions", values, "--substitution", "Bucket=a=b")
                        .path("output")
                        .asText())
                .isEqualTo("a=b");
    }

    @Test
    void aNearlyRightNameIsPointedOut() throws IOException {
        CommandLineRun run = CommandLineRun.of("asl", "validate", template(), "--substitution", "Buket=b");

        assertThat(run.out()).contains("'${Bucket}' has no value. Give one for 'Bucket'. Did you mean 'Buket'?");
    }

    @Test
    void aFileOfValuesThatIsNoneIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "[1]");
        Path deep = Files.writeString(folder.resolve("deep.json"), "{\"Bucket\": {\"name\": \"b\"}}");

        assertThat(CommandLineRun.of("asl", "validate", template(), "--substitutions", list)
                        .err())
                .contains("substitutions are a JSON object");
        assertThat(CommandLineRun.of("asl", "validate", template(), "--substitutions", deep)
                        .err())
                .contains("gives 'Bucket' the value {\"name\":\"b\"}");
        assertThat(CommandLineRun.of("asl", "validate", template(), "--substitutions", folder.resolve("none.json"))
                        .err())
                .contains("none.json is missing");
    }

    @Test
    void theHelpWritesNamesAsDefinitionsDo() {
        assertThat(CommandLineRun.of("asl", "validate", "--help").out()).contains("${NAME}");
        assertThat(CommandLineRun.of("asl", "run", "--help").out()).contains("${NAME}");
    }

    private Path template() throws IOException {
        return Files.writeString(folder.resolve("template.asl.json"), TEMPLATE);
    }

    private JsonNode run(Object... substitutions) throws IOException {
        Path mock = Files.writeString(folder.resolve("mock.json"), """
                {"StateMachines": {"M": {"TestCases": {"C": {"Work": "Any"}}}}, "MockedResponses": {"Any": {"0": {"Return": 1}}}}
                """);
        Object[] words = new Object[6 + substitutions.length];
        System.arraycopy(new Object[] {"asl", "run", "--definition", template(), "--mock", mock}, 0, words, 0, 6);
        System.arraycopy(substitutions, 0, words, 6, substitutions.length);
        return CommandLineRun.of(words).json();
    }
}
