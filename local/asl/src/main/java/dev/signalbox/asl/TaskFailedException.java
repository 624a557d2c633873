package dev.signalbox.asl;

import org.jspecify.annotations.Nullable;

/// A task failed. The error name is what `ErrorEquals` of `Retry` and `Catch` is compared with;
/// `States.Timeout` is allowed and counts as a timeout of the task.
public final class TaskFailedException extends Exception {

    private final String error;
    private final @Nullable String causeText;

    /// @param error a name such as `DependencyUnavailable` or `Lambda.TooManyRequestsException`;
    ///     case-sensitive
    /// @param cause what happened, in words or as Lambda's JSON document; absent when nothing is known
    public TaskFailedException(String error, @Nullable String cause) {
        super(cause == null ? error : error + ": " + cause);
        this.error = error;
        this.causeText = cause;
    }

    /// The error name.
    public String error() {
        return error;
    }

    /// What happened; absent when nothing is known.
    public @Nullable String causeText() {
        return causeText;
    }
}
