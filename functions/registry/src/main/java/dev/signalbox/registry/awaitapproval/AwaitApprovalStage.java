package dev.signalbox.registry.awaitapproval;

import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.AwaitApprovalRequest;
import dev.signalbox.contract.stage.AwaitApprovalResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.registry.account.Briefing;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.store.PendingApproval;
import java.time.Instant;
import java.util.List;

/// Asks a person.
final class AwaitApprovalStage {
    private final StageEnvironment environment;
    private final RunEnding runs;

    AwaitApprovalStage(StageEnvironment environment) {
        this.environment = environment;
        this.runs = new RunEnding(environment);
    }

    /// Remembers the token, records the question, and tells the approvers. The token itself is never told:
    /// it would let anybody answer.
    ///
    /// Idempotent: asked again with the same token, nobody is told twice.
    AwaitApprovalResult run(AwaitApprovalRequest request, RunManifest manifest) {
        Instant expiresAt = environment.clock().instant().plusSeconds(request.timeoutSeconds());
        List<String> approvers = manifest.config().approval().approvers();
        String toAnswer = environment
                .taskTokens()
                .open(new PendingApproval(
                        request.run().pipeline(),
                        request.run().runId(),
                        request.taskToken(),
                        request.subject(),
                        request.actionDigest(),
                        request.question(),
                        request.options(),
                        approvers,
                        expiresAt));
        LedgerEvent asked =
                new LedgerEvent.ApprovalRequested(request.subject(), request.actionDigest(), request.question());
        String runId = request.run().runId();
        boolean known = environment.ledger().entries(runId).stream()
                .anyMatch(entry -> entry.event().equals(asked));
        if (!known) {
            environment.ledger().append(runId, asked);
            runs.pause(request.run(), Outcome.AWAITING_APPROVAL, request.question());
            tell(request, approvers, toAnswer, expiresAt);
        }
        return new AwaitApprovalResult(request.subject());
    }

    private void tell(AwaitApprovalRequest request, List<String> approvers, String toAnswer, Instant expiresAt) {
        String who = approvers.isEmpty() ? "whoever has access" : String.join(", ", approvers);
        String runId = request.run().runId();
        Briefing briefing = Briefing.of(
                new Documents(environment.artifacts()),
                environment.ledger().entries(runId),
                request.run().pipeline(),
                request.subject(),
                request.question());
        environment
                .alerts()
                .send(
                        "Signalbox: " + request.run().pipeline() + " waits for an answer",
                        String.join("\n", briefing.lines()) + "\nWhere: run " + runId + " of pipeline "
                                + request.run().pipeline() + "\nWho: " + who + "\nNext: " + toAnswer
                                + ". Without an answer by " + expiresAt + " it counts as refused.");
    }
}
