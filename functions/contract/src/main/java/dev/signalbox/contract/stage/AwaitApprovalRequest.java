package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import java.util.List;

/// Ask a person and hand over the token that resumes the run.
///
/// @param run the run
/// @param taskToken completes the waiting state
/// @param subject `promotion`, or a question's decision id
/// @param actionDigest of the held action
/// @param question in plain words
/// @param options `approve` and `deny`, or the question's own
/// @param timeoutSeconds after which the state times out
public record AwaitApprovalRequest(
        RunRef run,
        String taskToken,
        String subject,
        String actionDigest,
        String question,
        List<String> options,
        long timeoutSeconds)
        implements StageRequest {
    public AwaitApprovalRequest {
        Require.present(run, "run");
        Require.notBlank(taskToken, "taskToken");
        Require.notBlank(subject, "subject");
        Require.notBlank(actionDigest, "actionDigest");
        Require.notBlank(question, "question");
        options = Require.listOrEmpty(options);
    }
}
