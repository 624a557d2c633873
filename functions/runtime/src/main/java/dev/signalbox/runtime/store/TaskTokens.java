package dev.signalbox.runtime.store;

import dev.signalbox.contract.decision.HumanAnswer;

/// Completes a task of the state machine that waits for a person.
public interface TaskTokens {
    /// Remembers that a run waits for an answer. Idempotent by token.
    void open(PendingApproval pending);

    /// Gives the answer; the waiting state goes on with it as its result.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when nothing waits for that token any more.
    void complete(String taskToken, HumanAnswer answer);
}
