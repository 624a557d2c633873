package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.run.OpenApproval;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists what waits for people.
@Command(
        name = "approvals",
        description = "List the questions that runs wait on, with what a person should know to answer them.",
        footer = {"", "Example:", "  signalbox approvals"})
final class ApprovalsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            List<OpenApproval> open = OpenApproval.of(runs);
            if (common.json()) {
                common.printJson(Map.of("approvals", open));
            } else {
                open.forEach(each -> print(runs, each));
                if (open.isEmpty()) {
                    common.out().println("Nothing waits for an answer.");
                }
                common.out().flush();
            }
            return ExitCode.DONE.code();
        }
    }

    private void print(LocalRuns runs, OpenApproval open) {
        common.out()
                .println(open.runId() + "  asked " + open.since().truncatedTo(ChronoUnit.SECONDS) + ", until "
                        + open.expiresAt().truncatedTo(ChronoUnit.SECONDS));
        open.briefing().lines().forEach(line -> common.out().println("  " + line));
        common.out().println("  Answers: " + String.join(", ", open.options()));
        common.out()
                .println("  Next: " + runs.command("approve " + open.runId())
                        + ", or with --deny; without an answer it counts as refused.");
    }
}
