package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;

/// A stage that failed for good.
///
/// @param state the state of the machine
/// @param error the error's name: a failure's class or `States.…`
/// @param message without data values, at most 1,000 characters
/// @param attempts earlier attempts to cure it in this run, 0 or more
public record FailureFact(String state, String error, String message, int attempts) {
    public FailureFact {
        Require.notBlank(state, "state");
        Require.notBlank(error, "error");
        message = message == null ? "" : message.substring(0, Math.min(1_000, message.length()));
    }
}
