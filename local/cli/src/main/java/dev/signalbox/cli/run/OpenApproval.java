package dev.signalbox.cli.run;

import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.registry.account.Briefing;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.store.PendingApproval;
import java.time.Instant;
import java.util.List;

/// A question that a run waits on, as people see it: without the token.
///
/// @param runId the waiting run
/// @param pipeline its pipeline
/// @param subject `promotion`, or a question's decision id
/// @param actionDigest of the held action
/// @param options to choose from
/// @param approvers who is asked; empty means whoever has access
/// @param since when it was asked
/// @param expiresAt when it counts as refused
/// @param briefing what a person should know
public record OpenApproval(
        String runId,
        String pipeline,
        String subject,
        String actionDigest,
        List<String> options,
        List<String> approvers,
        Instant since,
        Instant expiresAt,
        Briefing briefing) {
    /// All of a workspace, those that expire first before others.
    public static List<OpenApproval> of(LocalRuns runs) {
        return runs.taskTokens().pending(null).stream()
                .map(pending -> of(runs, pending))
                .toList();
    }

    private static OpenApproval of(LocalRuns runs, PendingApproval pending) {
        List<LedgerEntry> entries = runs.environment().ledger().entries(pending.runId());
        return new OpenApproval(
                pending.runId(),
                pending.pipeline(),
                pending.subject(),
                pending.actionDigest(),
                pending.options(),
                pending.approvers(),
                since(entries, pending),
                pending.expiresAt(),
                Briefing.of(
                        new Documents(runs.environment().artifacts()),
                        entries,
                        pending.pipeline(),
                        pending.subject(),
                        pending.question()));
    }

    /// Where a process died before the ledger knew of the question, the run asks again when it goes on.
    private static Instant since(List<LedgerEntry> entries, PendingApproval pending) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof LedgerEvent.ApprovalRequested asked
                        && asked.actionDigest().equals(pending.actionDigest())
                        && asked.subject().equals(pending.subject()))
                .map(LedgerEntry::at)
                .reduce((_, later) -> later)
                .orElse(entries.isEmpty() ? Instant.EPOCH : entries.getLast().at());
    }
}
