package dev.signalbox.contract.ledger;

import dev.signalbox.contract.Require;
import java.time.Instant;

/// One line of a run's chain.
///
/// @param runId the run
/// @param sequence 1 for the first, without gaps
/// @param at when it was appended
/// @param event what happened
/// @param previousHash of the entry before; 64 zeros for the first
/// @param hash SHA-256 of previousHash, sequence, time and the event's JSON
public record LedgerEntry(
        String runId, long sequence, Instant at, LedgerEvent event, String previousHash, String hash) {
    public LedgerEntry {
        Require.notBlank(runId, "runId");
        Require.inRange(sequence, 1, Long.MAX_VALUE, "sequence");
        Require.present(event, "event");
    }
}
