package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real process is killed after each stage of a run, and the run goes on as if nothing had happened.
class KilledRunTest {
    @TempDir
    Path folder;

    private JsonNode undisturbed;

    @BeforeEach
    void runUndisturbed() {
        undisturbed = CommandLineRun.of(
                        "run",
                        Commands.PENGUINS,
                        "--target",
                        "species",
                        "--json",
                        "--quiet",
                        "--workspace",
                        folder.resolve("calm"))
                .json();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsAsIfItHadNotBeenKilled(int finishedStages) throws IOException, InterruptedException {
        Path workspace = folder.resolve("killed");
        killAfter(finishedStages, workspace);
        JsonNode runs =
                CommandLineRun.of("runs", "--json", "--workspace", workspace).json();
        String runId = runs.at("/runs/0/runId").asText();

        CommandLineRun resumed = CommandLineRun.of("resume", runId, "--json", "--quiet", "--workspace", workspace);

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.json().at("/champion/metrics")).isEqualTo(undisturbed.at("/champion/metrics"));
        assertThat(resumed.json().path("decisions")).isEqualTo(undisturbed.path("decisions"));
        assertThat(resumed.json().path("states").findValuesAsText("name"))
                .isEqualTo(undisturbed.path("states").findValuesAsText("name"));
        assertThat(resumed.json().at("/champion/version").asInt()).isEqualTo(1);
    }

    private static void killAfter(int finishedStages, Path workspace) throws IOException, InterruptedException {
        SpawnedRun run = SpawnedRun.of("run", Commands.PENGUINS, "--target", "species", "--workspace", workspace);
        run.awaitStates(finishedStages);
        run.process().destroyForcibly().waitFor();
    }
}
