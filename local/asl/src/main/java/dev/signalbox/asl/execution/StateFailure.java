package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state, and what it is part of unless it is caught, ends with an error.
final class StateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String error;
    private final @Nullable String causeText;
    private final boolean heartbeatMissed;

    StateFailure(@Nullable String error, @Nullable String causeText) {
        this(error, causeText, ErrorNames.HEARTBEAT_TIMEOUT.equals(error));
    }

    private StateFailure(@Nullable String error, @Nullable String causeText, boolean heartbeatMissed) {
        super(error, null, false, false);
        this.error = error;
        this.causeText = causeText;
        this.heartbeatMissed = heartbeatMissed;
    }

    /// A task took longer than its `TimeoutSeconds`.
    static StateFailure timedOut() {
        return new StateFailure(ErrorNames.TIMEOUT, null);
    }

    /// A task was silent for longer than its `HeartbeatSeconds`. AWS reports `States.Timeout`;
    /// `States.HeartbeatTimeout` is a name for `Retry` and `Catch` alone.
    static StateFailure heartbeatMissed() {
        return new StateFailure(ErrorNames.TIMEOUT, null, true);
    }

    /// The error name; absent for a Fail state without one.
    @Nullable
    String error() {
        return error;
    }

    /// What happened, where that is known.
    @Nullable
    String causeText() {
        return causeText;
    }

    /// Whether an `ErrorEquals` catches it, by AWS's rules for the wildcards.
    ///
    /// @param ofBranch whether it comes from a branch of the Parallel that asks
    boolean matches(List<String> errorEquals, boolean ofBranch) {
        if (ErrorNames.RUNTIME.equals(error)) {
            return false;
        }
        for (String name : errorEquals) {
            boolean matched = switch (name) {
                case ErrorNames.ALL -> !ErrorNames.DATA_LIMIT_EXCEEDED.equals(error);
                case ErrorNames.TASK_FAILED -> !isTimeout();
                case ErrorNames.TIMEOUT -> isTimeout();
                case ErrorNames.HEARTBEAT_TIMEOUT -> heartbeatMissed;
                case ErrorNames.BRANCH_FAILED -> ofBranch || name.equals(error);
                default -> name.equals(error);
            };
            if (matched) {
                return true;
            }
        }
        return false;
    }

    /// A missed heartbeat is a timeout too: AWS's page lists it under both names.
    boolean isTimeout() {
        return ErrorNames.TIMEOUT.equals(error) || heartbeatMissed;
    }

    /// `$states.errorOutput`.
    ObjectNode output() {
        return describe("Error", "Cause");
    }

    /// The members of an event.
    ObjectNode details() {
        return describe("error", "cause");
    }

    private ObjectNode describe(String errorKey, String causeKey) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        if (error != null) {
            described.put(errorKey, error);
        }
        if (causeText != null) {
            described.put(causeKey, causeText);
        }
        return described;
    }
}
