package dev.signalbox.cli.command;

import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.store.Ledger;
import java.util.function.Function;

/// What an operator does about a pipeline.
final class Operations {
    private Operations() {}

    /// Records it, and says so.
    ///
    /// Raises [InvalidInput] where the workspace knows no run of the pipeline: a halt under a wrong
    /// name would stop nothing.
    ///
    /// @param event made with who does it
    static void append(CommonOptions common, String pipeline, Function<String, LedgerEvent> event) {
        try (LocalRuns runs = common.existingRuns()) {
            Ledger ledger = runs.environment().ledger();
            if (ledger.runs(pipeline, 1).isEmpty()) {
                throw new InvalidInput(
                        "There is no pipeline " + pipeline + " in this workspace.",
                        "signalbox runs lists the pipelines that have run.");
            }
            String by = System.getProperty("user.name", "unknown");
            LedgerEntry entry = ledger.appendOperation(pipeline, event.apply(by));
            if (common.json()) {
                common.printJson(entry);
            } else {
                common.out().println(pipeline + ": " + LedgerLines.describe(entry.event()));
            }
        }
    }
}
