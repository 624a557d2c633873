package dev.signalbox.runtime.store;

import dev.signalbox.contract.Require;
import java.time.Instant;
import java.util.List;

/// A question that a run waits on.
///
/// @param pipeline the pipeline's name
/// @param runId the waiting run
/// @param taskToken completes the waiting state; a secret
/// @param subject `promotion`, or a question's decision id
/// @param actionDigest of the held action
/// @param question in plain words
/// @param options to choose from
/// @param approvers who is asked; empty means whoever has access
/// @param expiresAt when the state times out
public record PendingApproval(
        String pipeline,
        String runId,
        String taskToken,
        String subject,
        String actionDigest,
        String question,
        List<String> options,
        List<String> approvers,
        Instant expiresAt) {
    public PendingApproval {
        options = Require.listOrEmpty(options);
        approvers = Require.listOrEmpty(approvers);
    }
}
