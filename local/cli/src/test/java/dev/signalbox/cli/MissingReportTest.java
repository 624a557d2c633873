package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.history.HistoryListener;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.RunDocument;
import dev.signalbox.cli.run.RunDocuments;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Report fails after everything was decided. What was decided stands; the report is made later.
class MissingReportTest {
    @TempDir
    Path folder;

    private Commands commands;
    private Path workspace;

    @BeforeEach
    void open() {
        workspace = folder.resolve("workspace");
        commands = new Commands(workspace);
    }

    @Test
    void staysPromotedAndServes() throws IOException {
        String runId = heldRun();
        hide(evaluation(runId));

        CommandLineRun approved = commands.json("approve", runId, "--by", "ada");

        JsonNode document = approved.json();
        assertThat(approved.exitCode()).as(approved.err() + approved.out()).isZero();
        assertThat(document.path("outcome").asText()).isEqualTo("promoted");
        assertThat(document.at("/champion/version").asInt()).isEqualTo(1);
        assertThat(document.path("error").isNull()).isTrue();
        assertThat(document.path("report").isNull()).isTrue();
        assertThat(document.at("/reportError/message").asText()).contains("evaluation");
        assertThat(document.at("/reportError/hint").asText())
                .endsWith("signalbox report " + runId + " --workspace " + workspace + " writes it.");
        assertThat(document.path("states").findValuesAsText("name"))
                .containsSubsequence("Promote", "Report", "Alert", "Decided", "Done")
                .doesNotContain("Triage", "Quarantine");
        assertThat(commands.json("predict", Commands.PENGUINS, "--pipeline", "penguins", "--out", folder.resolve("s"))
                        .exitCode())
                .isZero();
    }

    @Test
    void alertsSomebodyAndIsOnRecordAsPromoted() throws IOException {
        String runId = heldRun();
        hide(evaluation(runId));
        commands.json("approve", runId);

        assertThat(workspace.resolve("logs/alerts.log"))
                .content()
                .containsOnlyOnce("Signalbox: penguins is promoted, but its report is missing")
                .contains("signalbox report " + runId + " writes it.")
                .contains("The champion is this run's, version 1.");
        assertThat(commands.json("runs").json().at("/runs/0/outcome").asText()).isEqualTo("promoted");
        assertThat(commands.text("show", runId).out()).contains("run ended: promoted without a report");
    }

    @Test
    void writesTheReportLater() throws IOException {
        String runId = heldRun();
        Path evaluation = evaluation(runId);
        Path hidden = hide(evaluation);
        commands.json("approve", runId);

        CommandLineRun tooEarly = commands.text("report", runId);
        assertThat(tooEarly.exitCode()).isNotZero();
        assertThat(tooEarly.err()).contains("evaluation").doesNotContain("\tat ");

        rename(hidden, evaluation);
        CommandLineRun made = commands.json("report", runId);
        Path report = Path.of(made.json().path("report").asText());
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(report).content().contains("A new model for penguins is in production");
        assertThat(commands.json("report", runId).json()).isEqualTo(made.json());
        assertThat(commands.json("runs").json().at("/runs/0/outcome").asText()).isEqualTo("promoted");
    }

    @Test
    void writesAReportThatSomebodyDeleted() throws IOException {
        String runId = commands.json("run", Commands.PENGUINS, "--target", "species")
                .json()
                .path("runId")
                .asText();
        Files.delete(
                Path.of(commands.json("report", runId).json().path("report").asText()));

        assertThat(Path.of(commands.json("report", runId).json().path("report").asText()))
                .exists();
    }

    @Test
    void staysRejected() throws IOException {
        String runId = heldRun();
        hide(evaluation(runId));

        CommandLineRun denied = commands.text("approve", runId, "--deny", "--by", "ada");

        assertThat(denied.exitCode()).isZero();
        assertThat(denied.out())
                .contains("rejected")
                .contains("report      missing: ")
                .contains("signalbox report " + runId);
        assertThat(workspace.resolve("logs/alerts.log"))
                .content()
                .contains("is rejected, but its report is missing")
                .contains("There is no champion.");
    }

    @Test
    void staysQuarantinedAndKeepsTheReason() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        RunRequest request =
                new RunRequest("p", SourceRef.unpinned(FileUris.of(empty)), null, PipelineConfig.of("p", "y"));
        try (LocalRuns runs = new LocalRuns(new Workspace(workspace).create(), Installation.current())) {
            Path manifests = workspace.resolve("artifacts/runs/r1/intake");
            HistoryListener thief = (run, event) -> {
                if ("Quarantine".equals(event.name()) && event.type().awsName().endsWith("StateExited")) {
                    rename(manifests, manifests.resolveSibling("hidden"));
                }
            };

            RunDocument document = new RunDocuments(runs).of("p", runs.start("r1", request, thief), 1);

            assertThat(document.outcome()).isEqualTo(Outcome.QUARANTINED);
            assertThat(document.error().message()).contains("empty");
            assertThat(document.reportError().message()).contains("run");
            rename(manifests.resolveSibling("hidden"), manifests);
        }
        assertThat(commands.json("report", "r1").exitCode()).isZero();
    }

    private String heldRun() {
        return commands.json("run", Commands.PENGUINS, "--target", "species", "--approval", "always")
                .json()
                .path("runId")
                .asText();
    }

    /// The folder of the run's evaluations.
    private Path evaluation(String runId) {
        return workspace.resolve("artifacts/runs").resolve(runId).resolve("evaluate");
    }

    private static Path hide(Path file) {
        return rename(file, file.resolveSibling("hidden"));
    }

    private static Path rename(Path from, Path to) {
        try {
            return Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
