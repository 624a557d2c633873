package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Actions that the pipeline wants approved, and an agent that an operator stops, through the whole line.
class HeldActionsTest {
    @TempDir
    Path folder;

    private Commands commands;

    @BeforeEach
    void open() {
        commands = new Commands(folder.resolve("workspace"));
    }

    @Test
    void whatWasApprovedIsDoneAsItWasShown() throws IOException {
        String runId = waiting("actions: {blend: always}");
        JsonNode shown = commands.json("approvals").json().at("/approvals/0");

        JsonNode done = commands.json("approve", runId, "--by", "ada").json();

        assertThat(shown.toString()).contains("May this happen: blend?");
        assertThat(done.path("outcome").asText()).isEqualTo("promoted");
        assertThat(types(runId)).containsExactly("ask_human", "blend", "promote");
        JsonNode decisions = commands.json("decisions", runId).json().path("decisions");
        assertThat(decisions.get(0).path("actionDigest"))
                .as("the question is about the very action that was done")
                .isEqualTo(decisions.get(1).path("actionDigest"));
    }

    @Test
    void whatWasRefusedIsNotDone() throws IOException {
        String runId = waiting("actions: {blend: always}");

        JsonNode done = commands.json("approve", runId, "--deny", "--by", "ada", "--reason", "no blends here")
                .json();

        assertThat(done.path("outcome").asText()).isEqualTo("promoted");
        assertThat(types(runId)).containsExactly("ask_human", "promote");
        assertThat(commands.text("decisions", runId).out()).contains("This very action was refused by ada.");
    }

    @Test
    void theFirstChampionIsOutOfTheOrdinaryAndAnEqualOneIsNot() throws IOException {
        String runId = waiting("mode: on_threshold");
        JsonNode first = commands.json("approve", runId, "--by", "ada").json();

        CommandLineRun second = run("mode: on_threshold", "--seed", "7");

        assertThat(first.path("outcome").asText()).isEqualTo("promoted");
        assertThat(second.exitCode()).as(second.err()).isNotEqualTo(6);
        assertThat(second.json().path("outcome").asText()).isIn("promoted", "rejected");
    }

    @Test
    void aRunningRunSeesTheHaltAtItsNextJunction() throws IOException {
        String runId = waiting("actions: {blend: always}");
        commands.json("halt", "held", "--reason", "labels of May are wrong");

        JsonNode halted = commands.json("approve", runId, "--by", "ada").json();

        assertThat(halted.path("outcome").asText()).isEqualTo("rejected");
        assertThat(types(runId)).containsExactly("ask_human", "reject");
        assertThat(commands.text("decisions", runId).out()).contains("The agent of this pipeline was halted by ");

        commands.json("unhalt", "held", "--reason", "they are right again");
        CommandLineRun later = run("mode: never", "--seed", "7");

        assertThat(later.json().path("outcome").asText()).as(later.err()).isEqualTo("promoted");
    }

    @Test
    @Timeout(60)
    void aPromotionThatNobodyAnswersInTimeIsRejected() throws IOException {
        String runId = waiting("mode: always, timeoutSeconds: 1");

        JsonNode done = goneOn(runId);

        assertThat(done.path("outcome").asText()).isEqualTo("rejected");
        assertThat(done.path("reason").asText()).isEqualTo("Nobody answered in time.");
        assertThat(commands.json("models").json().path("models")).isEmpty();
    }

    @Test
    @Timeout(60)
    void anActionThatNobodyAnswersInTimeIsNotDoneAndTheRunGoesOn() throws IOException {
        String runId = waiting("actions: {blend: always}, timeoutSeconds: 1");

        JsonNode done = goneOn(runId);

        assertThat(done.path("outcome").asText()).isEqualTo("promoted");
        assertThat(types(runId)).containsExactly("ask_human", "promote");
        assertThat(commands.text("decisions", runId).out()).contains("Nobody approved it in time.");
    }

    /// Resumed until its time to wait is over.
    private JsonNode goneOn(String runId) {
        while (true) {
            CommandLineRun resumed = commands.json("resume", runId);
            if (resumed.exitCode() != 6) {
                return resumed.json();
            }
        }
    }

    /// What each decision did.
    private List<String> types(String runId) {
        List<String> types = new ArrayList<>();
        commands.json("decisions", runId)
                .json()
                .path("decisions")
                .forEach(decision -> types.add(decision.at("/action/type").asText()));
        return types;
    }

    private String waiting(String approval) throws IOException {
        CommandLineRun run = run(approval);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(6);
        return run.json().path("runId").asText();
    }

    private CommandLineRun run(String approval, Object... more) throws IOException {
        Path config = Files.writeString(
                folder.resolve("held.yaml"), "name: held\ntarget: species\napproval: {" + approval + "}\n");
        List<Object> words = new ArrayList<>(List.of("run", Commands.PENGUINS, "--config", config));
        words.addAll(List.of(more));
        return commands.json(words.toArray());
    }
}
