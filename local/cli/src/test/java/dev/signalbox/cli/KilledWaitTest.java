package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that waits for a person outlives its process, and holds none.
class KilledWaitTest {
    @TempDir
    Path folder;

    @Test
    void aProcessThatAsksEndsAndAnotherOneGoesOnWithTheAnswer() throws IOException, InterruptedException {
        SpawnedRun asking = spawn();
        asking.awaitStates(Integer.MAX_VALUE);
        assertThat(asking.process().waitFor()).isEqualTo(6);

        answersAndGoesOn();
    }

    @Test
    void aProcessThatIsKilledWhileItAsksLosesNothing() throws IOException, InterruptedException {
        SpawnedRun asking = spawn();
        asking.awaitState("Gate");
        asking.process().destroyForcibly().waitFor();
        CommandLineRun resumed = commands().json("resume", runId());
        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(6);

        answersAndGoesOn();
    }

    private void answersAndGoesOn() {
        Commands commands = commands();
        assertThat(commands.json("resume", runId()).exitCode()).isEqualTo(6);
        assertThat(commands.json("approvals").json().path("approvals")).hasSize(1);
        int calls = calls(commands);
        commands.json("resume", runId());
        assertThat(calls(commands)).isEqualTo(calls);
        CommandLineRun approved = commands.json("approve", runId(), "--by", "ada");
        assertThat(approved.exitCode()).as(approved.err()).isZero();
        assertThat(approved.json().at("/champion/version").asInt()).isEqualTo(1);
        assertThat(commands.json("verify", runId()).exitCode()).isZero();
    }

    /// What the ledger has of the run: nothing is added while it waits.
    private int calls(Commands commands) {
        return commands.json("show", runId()).json().path("ledger").size();
    }

    private String runId() {
        return commands().json("runs").json().at("/runs/0/runId").asText();
    }

    private Commands commands() {
        return new Commands(folder);
    }

    private SpawnedRun spawn() throws IOException {
        return SpawnedRun.of(
                "run", Commands.PENGUINS, "--target", "species", "--approval", "always", "--workspace", folder);
    }
}
