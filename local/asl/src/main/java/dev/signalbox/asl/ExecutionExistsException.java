package dev.signalbox.asl;

/// An execution was to be started under a name that is taken.
public final class ExecutionExistsException extends ExecutionRefusedException {
    private static final long serialVersionUID = 1L;

    /// @param executionName the name
    /// @param status where the one with that name stands
    public ExecutionExistsException(String executionName, ExecutionStatus status) {
        super("An execution named '%s' exists already (%s). Resume it, or start another one under a new name."
                .formatted(executionName, status));
    }
}
