package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.workspace.FileUris;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// `replay` of a run, of an exported one, and of one in which a value was changed afterwards.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayTest {
    @TempDir
    static Path shared;

    private static Commands commands;
    private static String run;
    private static Path data;

    @BeforeAll
    static void runOnce() throws IOException {
        data = Files.copy(Commands.PENGUINS, shared.resolve("penguins.csv"));
        commands = new Commands(shared.resolve("workspace"));
        run = commands.json("run", data, "--target", "species", "--pipeline", "p")
                .json()
                .path("runId")
                .asText();
    }

    @Test
    @Order(1)
    void isTheSameWithoutTheData() throws IOException {
        Files.delete(data);

        CommandLineRun replay = commands.json("replay", run);

        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.json().path("identical").asBoolean()).isTrue();
        assertThat(replay.json().at("/runs/0/decisions")).hasSizeGreaterThan(1);
        assertThat(commands.text("replay", run).out()).contains(run + ": ").contains("  d1: ");
    }

    @Test
    @Order(2)
    void isKeptAsATestWithoutTheWorkspace() throws IOException {
        Path kept = shared.resolve("kept");
        assertThat(commands.text("replay", run, "--export", kept.resolve("one")).exitCode())
                .isZero();
        assertThat(commands.text("replay", run, "--export", kept.resolve("one")).err())
                .contains("is there already");

        CommandLineRun replay = CommandLineRun.of("replay", kept, "--json", "--workspace", shared.resolve("none"));
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.json().at("/runs/0/runId").asText()).isEqualTo(run);

        Path view = kept.resolve("one/d1/view.json");
        Files.writeString(view, Files.readString(view).replace("\"rejectedRows\":0", "\"rejectedRows\":3"));
        CommandLineRun changed = CommandLineRun.of("replay", kept.resolve("one"));
        assertThat(changed.exitCode()).isEqualTo(7);
        assertThat(changed.out())
                .contains("  d1: view /data/rejectedRows recorded a value with another digest, now 3")
                .contains("  d2: ");
    }

    @Test
    @Order(3)
    void namesTheOneValueThatWasChanged() throws IOException {
        JsonNode last = last();
        Path view = FileUris.path(last.at("/view/uri").asText());
        JsonNode cited = last.at("/attempts/0/proposal/evidence/0");
        String fact = cited.path("fact").asText();
        String member = fact.substring(fact.lastIndexOf('/') + 1);
        String value = cited.path("value").asText();
        Files.writeString(
                view, Files.readString(view).replaceFirst("\"" + member + "\":" + value, "\"" + member + "\":0.42"));

        CommandLineRun replay = commands.text("replay", run);

        assertThat(replay.exitCode()).isEqualTo(7);
        assertThat(replay.out())
                .contains(last.path("decisionId").asText() + ": view " + fact + " recorded " + value
                        + " (so it was cited), now 0.42");
    }

    @Test
    void namesTheNearestOfARunThatDoesNotExist() {
        assertThat(commands.text("replay", run + "x").err()).contains("Did you mean " + run + "?");
    }

    private static JsonNode last() {
        JsonNode decisions = commands.json("decisions", run).json().path("decisions");
        return decisions.get(decisions.size() - 1);
    }
}
