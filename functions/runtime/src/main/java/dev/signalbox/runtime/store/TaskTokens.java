package dev.signalbox.runtime.store;

import dev.signalbox.contract.decision.HumanAnswer;
import java.util.Optional;

/// Completes a task of the state machine that waits for a person.
public interface TaskTokens {
    /// Remembers that a run waits for an answer. Idempotent by token; what is answered stays answered.
    ///
    /// @return what people do to answer, in plain words; never the token
    String open(PendingApproval pending);

    /// The question of an id, while it may be answered.
    ///
    /// @param id the token, or what the adapter tells people in its place
    Optional<OpenQuestion> find(String id);

    /// Gives the answer; the waiting state goes on with it as its result. The first answer holds.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when nothing waits for that token any more.
    ///
    /// @param id the token, or what the adapter tells people in its place
    void complete(String id, HumanAnswer answer);
}
