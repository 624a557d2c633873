package dev.signalbox.cli.command;

import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.RunDocument;
import dev.signalbox.cli.run.RunDocuments;
import dev.signalbox.cli.run.Screen;
import dev.signalbox.cli.run.Traces;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/// Prints how a run ended, or where it stands.
final class RunPrinter {
    private static final int INDENT = 12;
    private static final double MILLIS_PER_SECOND = 1_000;
    private final CommonOptions common;
    private final LocalRuns runs;
    private final Screen screen;
    private final Instant started = started();

    RunPrinter(CommonOptions common, LocalRuns runs) {
        this.common = common;
        this.runs = runs;
        this.screen = Screen.ofOutput(common.spec().commandLine());
    }

    /// When the launcher had built what was missing, or else when the process began: the time of a run does
    /// not hold that of a build.
    private static Instant started() {
        Long built = Long.getLong("signalbox.builtAtSeconds");
        return built != null
                ? Instant.ofEpochSecond(built)
                : ProcessHandle.current().info().startInstant().orElse(Instant.now());
    }

    /// Prints the document of a run.
    ///
    /// @return the exit code
    int print(String pipeline, ExecutionResult result) {
        double seconds = Duration.between(started, Instant.now()).toMillis() / MILLIS_PER_SECOND;
        RunDocument document = new RunDocuments(runs).of(pipeline, result, seconds);
        traces(result.executionName());
        if (common.json()) {
            common.printJson(document);
        } else {
            text(document);
        }
        return ExitCode.of(document.outcome()).code();
    }

    /// What is derived from the record can be derived again: that it could not be written ends no run otherwise.
    private void traces(String runId) {
        try {
            new Traces(runs, runId).write();
        } catch (StageFailure e) {
            common.err().println("signalbox: no traces were written. " + e.getMessage());
        }
    }

    private void text(RunDocument run) {
        PrintWriter out = common.out();
        line(out, title(run.outcome()), run.reason());
        model(out, "champion", run.champion());
        if (run.outcome() != Outcome.PROMOTED) {
            model(out, "challenger", run.challenger());
        }
        RunDocument.Failure error = run.error();
        if (error != null) {
            if (!error.message().equals(run.reason())) {
                line(out, "error", error.type() + ": " + error.message());
            }
            line(out, "next", error.hint());
        }
        RunDocument.Rejects rejects = run.rejects();
        if (rejects != null) {
            rejects.first()
                    .forEach(reject ->
                            line(out, "rejected", reject.file() + " line " + reject.line() + ": " + reject.reason()));
            whole(out, "rejects", rejects.file());
        }
        run.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> line(out, "finding", finding.message()));
        RunDocument.Question question = run.approval();
        if (question != null) {
            line(out, "question", question.question());
            whole(out, "answer", runs.command("approve " + run.runId()));
            whole(out, "or", runs.command("approve " + run.runId() + " --deny"));
        }
        String report = run.report();
        if (report != null) {
            whole(out, "report", report);
        }
        RunDocument.Failure missing = run.reportError();
        if (missing != null) {
            line(out, "report", "missing: " + missing.message());
            line(out, "next", missing.hint());
        }
        whole(out, "run", run.runId() + String.format(Locale.ROOT, "  (%.2f s)", run.seconds()));
    }

    private void model(PrintWriter out, String label, RunDocument.@Nullable Model model) {
        if (model == null) {
            return;
        }
        MetricValue value = model.metrics().get(model.metric());
        String measured = value == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ": %s %.4g [%.4g, %.4g] on the holdout",
                        model.metric().id(),
                        value.value(),
                        value.low(),
                        value.high());
        String version = model.version() == null ? "" : " (version " + model.version() + ")";
        line(out, label, model.candidateId() + version + measured);
    }

    private static String title(Outcome outcome) {
        return switch (outcome) {
            case PROMOTED -> "@|bold,green promoted|@";
            case REJECTED, DUPLICATE, IGNORED -> "@|bold,yellow " + outcome.id() + "|@";
            case AWAITING_APPROVAL -> "@|bold,yellow waiting|@";
            case QUARANTINED, FAILED -> "@|bold,red " + outcome.id() + "|@";
        };
    }

    /// A sentence.
    private void line(PrintWriter out, String label, String text) {
        whole(out, label, screen.wrap(text.strip(), INDENT));
    }

    /// What somebody may want to copy.
    private static void whole(PrintWriter out, String label, String text) {
        String plain = Ansi.OFF.string(label);
        out.println(Ansi.AUTO.string(label)
                + " ".repeat(Math.max(1, INDENT - plain.length()))
                + text.replace("\n", "\n" + " ".repeat(INDENT)));
    }
}
