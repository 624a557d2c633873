package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of runs, and how it is shown: `runs`, `show`, `decisions`, `models`, `resume` of what has ended.
class RecordsTest {
    @TempDir
    static Path shared;

    private static Commands commands;
    private static String first;
    private static String second;

    @BeforeAll
    static void runTwice() {
        commands = new Commands(shared.resolve("workspace"));
        first = runId("a");
        second = runId("b");
    }

    @Test
    void listsRunsNewestFirst() {
        JsonNode runs = commands.json("runs").json().path("runs");

        assertThat(runs.findValuesAsText("runId")).containsExactly(second, first);
        assertThat(runs.findValuesAsText("outcome")).containsOnly("promoted");
        assertThat(commands.text("runs").out().lines().skip(1).map(line -> line.split(" ")[0]))
                .containsExactly(second, first);
    }

    @Test
    void listsTheRunsOfOnePipelineOrTheLastFew() {
        assertThat(commands.json("runs", "--pipeline", "a").json().path("runs")).hasSize(1);
        assertThat(commands.json("runs", "--limit", "1")
                        .json()
                        .at("/runs/0/runId")
                        .asText())
                .isEqualTo(second);
        assertThat(commands.text("runs", "--pipeline", "c").out().strip()).isEqualTo("There is no run yet.");
    }

    @Test
    void showsARunAndItsLedger() {
        JsonNode shown = commands.json("show", first).json();

        assertThat(shown.at("/run/runId").asText()).isEqualTo(first);
        assertThat(shown.path("ledger").findValuesAsText("type"))
                .startsWith("run_started")
                .contains("holdout_opened", "champion_moved", "run_ended");
        assertThat(commands.text("show", first).out())
                .startsWith(first + "  promoted  ")
                .contains("holdout opened for")
                .contains("champion moved from version 0 to 1");
    }

    @Test
    void takesTheStartOfAnIdWhereItIsOneRunsOnly() {
        assertThat(commands.json("show", "a-").json().at("/run/runId").asText()).isEqualTo(first);
        CommandLineRun unclear = commands.text("show", "");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(unclear.err()).contains("'' is the start of 2 runs.");
    }

    @Test
    void listsModels() {
        assertThat(commands.json("models").json().path("models").findValuesAsText("pipeline"))
                .containsExactly("a", "b");
        assertThat(commands.text("models").out()).contains("1 champion").contains(first);
        assertThat(commands.text("models", "--pipeline", "c").out().strip())
                .isEqualTo("No model has been promoted yet.");
    }

    @Test
    void answersTheResumeOfAnEndedRunWithItsResult() {
        CommandLineRun again = commands.json("resume", first);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.json().path("outcome").asText()).isEqualTo("promoted");
    }

    @Test
    void namesTheNearestOfARunThatDoesNotExist() {
        String mistyped = first.substring(0, first.length() - 1) + "x";
        for (String command : List.of("resume", "show", "decisions", "report", "approve")) {
            CommandLineRun run = commands.text(command, mistyped);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("There is no run '" + mistyped + "' in this workspace. Did you mean " + first + "?")
                    .contains("signalbox runs")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatARunWaitsForNobody() {
        CommandLineRun run = commands.text("approve", first);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("does not wait for an answer").contains("signalbox show " + first);
    }

    private static String runId(String pipeline) {
        return commands.json("run", Commands.PENGUINS, "--target", "species", "--pipeline", pipeline)
                .json()
                .path("runId")
                .asText();
    }
}
