package dev.signalbox.cli.run;

import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.registry.account.Accounts;
import dev.signalbox.registry.account.DecisionAccount;
import dev.signalbox.runtime.Documents;
import java.util.List;

/// A run's decisions, as recorded and as told.
///
/// @param entries of the ledger, oldest first
/// @param decisions oldest first
/// @param accounts one a decision
public record RunDecisions(List<LedgerEntry> entries, List<Decision> decisions, List<DecisionAccount> accounts) {
    /// Reads them from the ledger and the artifacts that it names.
    public static RunDecisions of(LocalRuns runs, String runId) {
        Documents documents = new Documents(runs.environment().artifacts());
        List<LedgerEntry> entries = runs.environment().ledger().entries(runId);
        List<Decision> decisions = entries.stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.DecisionMade.class::isInstance)
                .map(event -> documents.read(((LedgerEvent.DecisionMade) event).decision(), Decision.class))
                .toList();
        GateReport gate = runs.gate(runId)
                .map(ref -> documents.read(ref, GateReport.class))
                .orElse(null);
        return new RunDecisions(entries, decisions, Accounts.of(documents, decisions, entries, gate));
    }
}
