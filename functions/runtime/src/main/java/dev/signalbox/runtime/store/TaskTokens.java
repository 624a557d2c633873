package dev.signalbox.runtime.store;

import dev.signalbox.contract.decision.HumanAnswer;

/// Completes a task of the state machine that waits for a person.
public interface TaskTokens {
    /// Remembers that a run waits for an answer. Idempotent by token; what is answered stays answered.
    void open(PendingApproval pending);

    /// Gives the answer; the waiting state goes on with it as its result. The first answer holds.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when nothing waits for that token any more.
    ///
    /// @param taskToken the token, or what the adapter tells people in its place
    void complete(String taskToken, HumanAnswer answer);
}
