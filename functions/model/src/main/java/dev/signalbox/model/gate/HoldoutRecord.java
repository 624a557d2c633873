package dev.signalbox.model.gate;

import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.runtime.store.Ledger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger's word on who has looked at a run's holdout.
final class HoldoutRecord {
    private final Ledger ledger;
    private final GateRequest request;

    HoldoutRecord(Ledger ledger, GateRequest request) {
        this.ledger = ledger;
        this.request = request;
    }

    /// The challenger of this run that the same holdout was opened for before, when it is another one.
    Optional<String> otherChallenger() {
        return ledger.entries(request.run().runId()).stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.HoldoutOpened.class::isInstance)
                .map(LedgerEvent.HoldoutOpened.class::cast)
                .filter(opened -> opened.holdoutSha256()
                        .equals(request.prepared().holdout().sha256()))
                .map(LedgerEvent.HoldoutOpened::candidateId)
                .filter(candidateId -> !candidateId.equals(request.challenger().candidateId()))
                .findFirst();
    }

    /// Records the opening, before anything is read. A stage that is repeated after a fault opens the same
    /// rows for the same two models again, learns nothing new, and is not recorded again.
    void open(@Nullable ModelVersion champion) {
        LedgerEvent opening = new LedgerEvent.HoldoutOpened(
                request.prepared().holdout().sha256(),
                request.challenger().candidateId(),
                champion == null ? null : champion.version());
        boolean known = ledger.entries(request.run().runId()).stream()
                .anyMatch(entry -> entry.event().equals(opening));
        if (!known) {
            ledger.append(request.run().runId(), opening);
        }
    }
}
