package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Standard output is for the result, standard error for progress.
class OutputTest {
    @TempDir
    static Path shared;

    private static Commands commands;
    private static Path data;
    private static CommandLineRun run;

    @BeforeAll
    static void promote() throws IOException {
        commands = new Commands(shared.resolve("workspace"));
        data = Files.copy(Commands.PENGUINS, shared.resolve("penguins.csv"));
        run = commands.json("run", data, "--target", "species");
    }

    @Test
    void progressGoesToStandardError() throws JsonProcessingException {
        assertThat(document(run.out()).path("outcome").asText()).isEqualTo("promoted");
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("- ")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs",
                "show RUN",
                "decisions RUN",
                "models",
                "report RUN",
                "resume RUN",
                "doctor",
                "init DATA --force",
                "predict DATA --pipeline penguins --explain",
                "run DATA --target species --approval always",
                "run DATA --target nothing",
                "show nothing",
                "approve RUN",
                "rollback --pipeline penguins",
                "rollback",
                "run nothing.csv --target y"
            })
    void printsOneJsonDocument(String words) throws JsonProcessingException {
        String runId = document(run.out()).path("runId").asText();
        String line = words.replace("RUN", runId).replace("DATA", data.toString());

        CommandLineRun answer = commands.json((Object[]) line.split(" "));

        assertThat(document(answer.out()).isObject()).isTrue();
        assertThat(answer.out().strip().lines()).hasSize(1);
    }

    @Test
    void quietSaysOnlyTheResult() {
        CommandLineRun quiet = commands.text("run", data, "--target", "species", "--pipeline", "quiet", "--quiet");

        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out().lines().map(line -> line.split(" ")[0]))
                .containsExactly("promoted", "champion", "report", "run");
    }

    @Test
    void quietStillSaysWhatWentWrong() {
        assertThat(commands.text("run", shared.resolve("nothing.csv"), "--target", "y", "--quiet")
                        .err())
                .contains("There is no file");
    }

    @Test
    void namesTheWorkspaceInCommandsToCopy() {
        CommandLineRun held =
                commands.text("run", data, "--target", "species", "--pipeline", "held", "--approval", "always");

        assertThat(held.exitCode()).isEqualTo(6);
        List<String> answers = held.out()
                .lines()
                .filter(line -> line.contains("signalbox approve"))
                .toList();
        assertThat(answers).hasSize(2).allMatch(line -> line.endsWith("--workspace " + commands.workspace()));
        String[] words = answers.getFirst().split("signalbox ")[1].split(" ");
        assertThat(CommandLineRun.of((Object[]) words).exitCode()).isZero();
    }

    @Test
    void saysInTheLineOfAStateThatItFailed() throws IOException {
        Path empty = Files.createFile(shared.resolve("empty.csv"));

        CommandLineRun failed = commands.text("run", empty, "--target", "y");

        assertThat(failed.err()).containsPattern("- Ingest +\\d+\\.\\d\\d s  failed: ");
    }

    /// The one document of an output; fails where more follows.
    private static JsonNode document(String out) throws JsonProcessingException {
        return ContractJson.STRICT.readTree(out);
    }
}
