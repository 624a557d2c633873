package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.failure.CallUse;
import org.jspecify.annotations.Nullable;

/// A stage that failed for good. What the call itself said of its use stands in the message as Lambda hands
/// it on; it is taken out of there and wins over what the machine knows.
///
/// @param state the state of the machine
/// @param error the error's name: a failure's class or `States.…`
/// @param message without data values, at most 1,000 characters
/// @param attempts earlier attempts to cure it in this run, 0 or more
/// @param seconds that the call took; where it could not say (it was killed, or did not end), since the state
///     was entered, its tries and the waits between them included; null where nobody knows
/// @param memoryMb that the call held when it failed: all of the process on AWS, the heap on a laptop; null
///     where it could not say
/// @param memoryLimitMb that it could have held; null where it could not say
public record FailureFact(
        String state,
        String error,
        String message,
        int attempts,
        @Nullable Double seconds,
        @Nullable Long memoryMb,
        @Nullable Long memoryLimitMb) {
    private static final int LONGEST_MESSAGE = 1_000;

    public FailureFact {
        Require.notBlank(state, "state");
        Require.notBlank(error, "error");
        String text = message == null ? "" : message;
        CallUse used = CallUse.in(text).orElse(null);
        if (used != null) {
            seconds = used.seconds();
            memoryMb = used.memoryMb();
            memoryLimitMb = used.memoryLimitMb();
            text = CallUse.without(text);
        }
        message = text.substring(0, Math.min(LONGEST_MESSAGE, text.length()));
    }

    /// Of which nothing more is known than its message says.
    public FailureFact(String state, String error, String message, int attempts) {
        this(state, error, message, attempts, null, null, null);
    }
}
