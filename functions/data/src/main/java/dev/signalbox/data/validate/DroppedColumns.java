package dev.signalbox.data.validate;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.store.Ledger;
import java.util.List;

/// Columns that decisions of a run took out on purpose, read from the ledger: a contract is not broken by
/// whom it protects.
final class DroppedColumns {
    private static final String REPAIR = "repair_data";

    private final Ledger ledger;
    private final Documents documents;

    DroppedColumns(Ledger ledger, Documents documents) {
        this.ledger = ledger;
        this.documents = documents;
    }

    /// Names in the order of the decisions.
    List<String> of(String runId) {
        return ledger.entries(runId).stream()
                .map(LedgerEntry::event)
                .filter(event -> event instanceof LedgerEvent.DecisionMade made && REPAIR.equals(made.action()))
                .map(event -> documents
                        .read(((LedgerEvent.DecisionMade) event).decision(), Decision.class)
                        .action())
                .filter(Action.RepairData.class::isInstance)
                .flatMap(action -> ((Action.RepairData) action).repairs().stream())
                .filter(Repair.DropColumn.class::isInstance)
                .map(repair -> ((Repair.DropColumn) repair).column())
                .distinct()
                .toList();
    }
}
