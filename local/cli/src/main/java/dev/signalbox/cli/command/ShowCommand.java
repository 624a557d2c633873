package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.ledger.LedgerEntry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows a run.
@Command(
        name = "show",
        description = "Show how a run ended or where it stands, and its ledger.",
        footer = {"", "Example:", "  signalbox show penguins-20260131-174501-3f9a"})
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RUN", description = "The run's id, or the start of it.")
    private String run = "";

    @Override
    public Integer call() {
        try (LocalRuns runs = common.existingRuns()) {
            RunLookup.Found found = new RunLookup(runs).find(run);
            var ledger = runs.environment().ledger();
            List<LedgerEntry> entries = ledger.entries(found.runId());
            if (common.json()) {
                common.printJson(Map.of("run", ledger.run(found.runId()).orElseThrow(), "ledger", entries));
            } else {
                ledger.run(found.runId())
                        .ifPresent(record -> common.out()
                                .printf(
                                        "%s  %s  %s%n",
                                        record.runId(),
                                        record.outcome() == null
                                                ? "not ended"
                                                : record.outcome().id(),
                                        record.reason() == null ? "" : record.reason()));
                print(entries);
            }
            return ExitCode.DONE.code();
        }
    }

    private void print(List<LedgerEntry> entries) {
        TextTable table = new TextTable("#", "when", "what");
        entries.forEach(entry -> table.row(
                Long.toString(entry.sequence()),
                entry.at().truncatedTo(ChronoUnit.MILLIS).toString(),
                LedgerLines.describe(entry.event())));
        table.print(common, "Nothing is recorded of it.");
    }
}
