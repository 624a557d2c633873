package dev.signalbox.cli.audit;

import dev.signalbox.cli.audit.Fault.Kind;
import dev.signalbox.cli.workspace.SqliteLedger.Head;
import dev.signalbox.cli.workspace.SqliteLedger.StoredChain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Computes a run's hash chain again.
///
/// An entry shows a change of its content by its own hash, and a change of the entry before by the hash that it
/// carries; the head, which is written with each entry, shows what was cut off at the end. Who rewrites every entry
/// from some place on and the head as well leaves a chain that is sound in itself: only a hash of the head that
/// was kept elsewhere shows that (`signalbox verify RUN --head`).
final class ChainAudit {
    private static final String GENESIS = "0".repeat(64);
    private final String runId;
    private final List<Fault> faults = new ArrayList<>();

    private ChainAudit(String runId) {
        this.runId = runId;
    }

    static List<Fault> of(String runId, StoredChain chain) {
        ChainAudit audit = new ChainAudit(runId);
        List<RawEntry> entries = chain.entries().stream().map(RawEntry::of).toList();
        audit.walk(entries);
        audit.end(entries, chain.head());
        return audit.faults;
    }

    private void walk(List<RawEntry> entries) {
        long expected = 1;
        String before = GENESIS;
        for (RawEntry entry : entries) {
            if (entry.place() < expected) {
                add(Kind.CHAIN_CUT, entry.place(), "stands before the first entry");
                continue;
            }
            boolean gap = entry.place() > expected;
            if (gap) {
                missing(expected, entry.place() - 1);
            }
            check(entry, gap ? null : before);
            before = entry.hash();
            expected = entry.place() + 1;
        }
    }

    private void missing(long from, long to) {
        for (long place = from; place <= to; place++) {
            add(Kind.ENTRY_MISSING, place, "is gone");
        }
    }

    /// @param before the hash of the entry before; null where that is gone
    private void check(RawEntry entry, @Nullable String before) {
        if (!entry.intact()) {
            add(Kind.ENTRY_CHANGED, entry.place(), "does not have the content that its hash was made of");
        } else if (!entry.runId().equals(runId)) {
            add(Kind.ENTRY_REORDERED, entry.place(), "is one of run " + entry.runId());
        } else if (entry.sequence() != entry.place()) {
            add(Kind.ENTRY_REORDERED, entry.place(), "was appended as entry " + entry.sequence());
        } else if (before != null && !entry.previousHash().equals(before)) {
            add(
                    Kind.ENTRY_CHANGED,
                    entry.place() - 1,
                    "is not the one that entry " + entry.place() + " was appended to (its hash began with "
                            + entry.previousHash().substring(0, 12) + ")");
        }
    }

    private void end(List<RawEntry> entries, @Nullable Head head) {
        long last = entries.isEmpty() ? 0 : entries.getLast().place();
        if (head == null) {
            faults.add(new Fault(Kind.CHAIN_CUT, "head", "The chain's head is gone; " + last + " entries are there."));
        } else if (last < head.entries()) {
            missingAtTheEnd(last, head.entries());
        } else if (last > head.entries()) {
            add(Kind.CHAIN_CUT, last, "stands behind the last one that was appended, entry " + head.entries());
        } else if (last > 0 && !entries.getLast().hash().equals(head.hash())) {
            add(Kind.ENTRY_CHANGED, last, "is not the last one that was appended: the head has another hash");
        }
    }

    private void missingAtTheEnd(long last, long appended) {
        String which = appended - last == 1 ? "entry " + appended : "entries " + (last + 1) + " to " + appended;
        faults.add(new Fault(
                Kind.CHAIN_CUT, which, "The end of the chain is gone: " + which + " of " + appended + " appended."));
    }

    private void add(Kind kind, long place, String found) {
        faults.add(new Fault(kind, "entry " + place, "Entry " + place + " " + found + "."));
    }
}
