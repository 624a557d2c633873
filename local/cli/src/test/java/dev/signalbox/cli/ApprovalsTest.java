package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that wait for a person: what is shown, and every way of answering.
class ApprovalsTest {
    @TempDir
    Path folder;

    private Commands commands;
    private String runId;

    @BeforeEach
    void runUntilItWaits() {
        commands = new Commands(folder.resolve("workspace"));
        CommandLineRun waiting = commands.json("run", Commands.PENGUINS, "--target", "species", "--approval", "always");
        assertThat(waiting.exitCode()).as(waiting.err()).isEqualTo(6);
        runId = waiting.json().path("runId").asText();
    }

    @Test
    void tellsWhatAPersonShouldKnow() throws IOException {
        JsonNode open = commands.json("approvals").json().at("/approvals/0");
        String text = commands.text("approvals").out();
        String alert = Files.readString(commands.workspace().resolve("logs/alerts.log"));

        assertThat(open.path("runId").asText()).isEqualTo(runId);
        assertThat(open.path("since").asText())
                .isLessThan(open.path("expiresAt").asText());
        assertThat(open.has("taskToken")).isFalse();
        assertThat(text)
                .contains("  What: Promote ")
                .contains(
                        "  It changes: predictions of pipeline penguins come from this model; there is no champion yet.")
                .contains("  Cost: nothing for the run so far; nothing while it waits.")
                .contains("  Evidence: ")
                .contains("  Risks: ")
                .contains("  Against the champion: there is none; this would be the first.")
                .contains("signalbox approve " + runId);
        assertThat(text.lines().filter(line -> line.contains("Evidence:")).map(String::strip))
                .allSatisfy(line -> assertThat(alert).contains(line));
    }

    @Test
    void recordsWhoAnsweredAndWhy() {
        commands.json("approve", runId, "--by", "ada", "--reason", "looks right");

        assertThat(commands.json("show", runId).json().path("ledger").findValues("event"))
                .anySatisfy(event -> {
                    assertThat(event.path("type").asText()).isEqualTo("approval_answered");
                    assertThat(event.path("by").asText()).isEqualTo("ada");
                    assertThat(event.path("reason").asText()).isEqualTo("looks right");
                });
        assertThat(commands.text("approvals").out().strip()).isEqualTo("Nothing waits for an answer.");
    }

    @Test
    void anApprovalThatIsGivenTwiceIsHarmlessAndSaysSo() {
        commands.json("approve", runId, "--by", "ada");
        int entries = commands.json("show", runId).json().path("ledger").size();

        CommandLineRun again = commands.json("approve", runId, "--by", "bob");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("it was already approved by ada at ");
        assertThat(again.json().at("/champion/version").asInt()).isEqualTo(1);
        assertThat(commands.json("show", runId).json().path("ledger").size()).isEqualTo(entries);
    }

    @Test
    void anotherAnswerComesTooLate() {
        commands.json("approve", runId, "--deny", "--by", "ada");

        CommandLineRun late = commands.text("approve", runId, "--by", "bob");

        assertThat(late.exitCode()).isEqualTo(2);
        assertThat(late.err()).contains("denied by ada").contains("the first one holds");
        assertThat(commands.json("models").json().path("models")).isEmpty();
    }

    @Test
    void anApprovalOfAnotherActionIsSuperseded() {
        CommandLineRun run = commands.text("approve", runId, "--action", "0123456789ab");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("was superseded");
        assertThat(commands.json("approvals").json().path("approvals")).hasSize(1);
        String digest = commands.json("approvals")
                .json()
                .at("/approvals/0/actionDigest")
                .asText();
        assertThat(commands.json("approve", runId, "--action", digest).exitCode())
                .isZero();
    }

    @Test
    void anAnswerAfterItsTimeIsRefused() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + commands.workspace().resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update approval set document = json_set(document, '$.expiresAt', '2026-01-01T00:00:00Z')");
        }

        CommandLineRun late = commands.text("approve", runId);

        assertThat(late.exitCode()).isEqualTo(2);
        assertThat(late.err())
                .contains("The time to answer was over at 2026-01-01T00:00:00Z; the question counts as refused.");
        assertThat(commands.json("approvals").json().path("approvals")).isEmpty();
    }
}
