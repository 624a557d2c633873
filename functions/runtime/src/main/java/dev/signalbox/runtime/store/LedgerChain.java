package dev.signalbox.runtime.store;

import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.runtime.Digests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How entries of a run are chained: each carries the hash of the one before, so that a changed, missing or
/// reordered entry shows.
public final class LedgerChain {
    private static final String GENESIS = "0".repeat(64);

    private LedgerChain() {}

    /// The entry that follows.
    ///
    /// @param last the entry before; null for the first
    /// @param at cut to milliseconds, so that every store gives back the same
    public static LedgerEntry next(String runId, @Nullable LedgerEntry last, Instant at, LedgerEvent event) {
        long sequence = last == null ? 1 : last.sequence() + 1;
        String previousHash = last == null ? GENESIS : last.hash();
        Instant cut = at.truncatedTo(ChronoUnit.MILLIS);
        return new LedgerEntry(
                runId, sequence, cut, event, previousHash, hash(runId, sequence, cut, event, previousHash));
    }

    /// Whether the entry is what its hash says and follows `last`.
    public static boolean follows(@Nullable LedgerEntry last, LedgerEntry entry) {
        return next(entry.runId(), last, entry.at(), entry.event()).equals(entry);
    }

    private static String hash(String runId, long sequence, Instant at, LedgerEvent event, String previousHash) {
        return Digests.sha256(
                previousHash + "\n" + runId + "\n" + sequence + "\n" + at + "\n" + Digests.ofRecord(event));
    }
}
