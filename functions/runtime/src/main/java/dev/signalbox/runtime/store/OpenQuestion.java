package dev.signalbox.runtime.store;

import java.time.Instant;
import java.util.List;

/// A question as people may see it: without the token.
///
/// @param id what an answer names; on AWS random and safe in a URL
/// @param pipeline the pipeline's name
/// @param runId the waiting run
/// @param subject `promotion`, or a question's decision id
/// @param actionDigest of the held action
/// @param question in plain words
/// @param options to choose from
/// @param approvers who is asked; of these, what begins with `arn:` is enforced where callers are known by one
/// @param expiresAt when the state times out
public record OpenQuestion(
        String id,
        String pipeline,
        String runId,
        String subject,
        String actionDigest,
        String question,
        List<String> options,
        List<String> approvers,
        Instant expiresAt) {
    /// The question under an id.
    public static OpenQuestion of(String id, PendingApproval pending) {
        return new OpenQuestion(
                id,
                pending.pipeline(),
                pending.runId(),
                pending.subject(),
                pending.actionDigest(),
                pending.question(),
                pending.options(),
                pending.approvers(),
                pending.expiresAt());
    }
}
