package dev.signalbox.asl;

import java.time.Instant;
import java.util.Optional;

/// The answers to tasks that wait for a callback (`.waitForTaskToken`): the port behind `SendTaskSuccess`,
/// `SendTaskFailure` and `SendTaskHeartbeat`.
@FunctionalInterface
public interface TaskTokens {

    /// The answer given for a token, or empty while none is there. Asked again and again while an execution
    /// waits in the foreground, and once more at each resume; it must keep answering the same until the
    /// execution has ended.
    Optional<TaskAnswer> answer(String token);

    /// When the last heartbeat for a token arrived; empty when none did. Only asked for states with
    /// `HeartbeatSeconds`.
    default Optional<Instant> lastHeartbeat(String token) {
        return Optional.empty();
    }

    /// Tokens that nobody answers: states that wait for one end in their timeout, or suspend the execution.
    static TaskTokens unanswered() {
        return token -> Optional.empty();
    }
}
