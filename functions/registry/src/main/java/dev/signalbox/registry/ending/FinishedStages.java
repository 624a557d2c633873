package dev.signalbox.registry.ending;

import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.StageName;
import dev.signalbox.runtime.store.Ledger;

/// What a run's chain says of its stages.
public final class FinishedStages {
    private FinishedStages() {}

    /// Whether a call of the stage has succeeded in the run: what it told people need not be told again, while a
    /// call that failed on the way may have told nobody.
    public static boolean holds(Ledger ledger, String runId, StageName stage) {
        return ledger.entries(runId).stream()
                .anyMatch(entry -> entry.event() instanceof LedgerEvent.StageFinished finished
                        && finished.stage().equals(stage.id()));
    }
}
