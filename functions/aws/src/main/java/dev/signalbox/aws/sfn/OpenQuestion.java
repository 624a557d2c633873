package dev.signalbox.aws.sfn;

import dev.signalbox.runtime.store.PendingApproval;
import java.time.Instant;
import java.util.List;

/// A question as people may see it: without the token.
///
/// @param id random, safe in a URL; what an answer names
/// @param pipeline the pipeline's name
/// @param runId the waiting run
/// @param subject `promotion`, or a question's decision id
/// @param actionDigest of the held action
/// @param question in plain words
/// @param options to choose from
/// @param expiresAt when the state times out
public record OpenQuestion(
        String id,
        String pipeline,
        String runId,
        String subject,
        String actionDigest,
        String question,
        List<String> options,
        Instant expiresAt) {
    static OpenQuestion of(String id, PendingApproval pending) {
        return new OpenQuestion(
                id,
                pending.pipeline(),
                pending.runId(),
                pending.subject(),
                pending.actionDigest(),
                pending.question(),
                pending.options(),
                pending.expiresAt());
    }
}
