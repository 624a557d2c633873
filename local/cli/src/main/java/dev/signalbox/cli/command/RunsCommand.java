package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.ledger.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists runs.
@Command(
        name = "runs",
        description = "List runs, newest first.",
        footer = {"", "Example:", "  signalbox runs --pipeline penguins"})
final class RunsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--pipeline", paramLabel = "NAME", description = "Only this pipeline's.")
    private @Nullable String pipeline;

    @Option(names = "--limit", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            List<RunRecord> found = runs.environment().ledger().runs(pipeline, limit);
            if (common.json()) {
                common.printJson(Map.of("runs", found));
            } else {
                print(found);
            }
            return ExitCode.DONE.code();
        }
    }

    private void print(List<RunRecord> found) {
        TextTable table = new TextTable("run", "outcome", "started", "source", "reason");
        for (RunRecord run : found) {
            table.row(
                    run.runId(),
                    run.outcome() == null ? "not ended" : run.outcome().id(),
                    run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    run.source().substring(run.source().lastIndexOf('/') + 1),
                    run.reason() == null ? "" : run.reason());
        }
        table.print(common, "There is no run yet.");
    }
}
