package dev.signalbox.asl;

/// An execution is being run by another process, or by another thread of this one.
public final class ExecutionBusyException extends ExecutionRefusedException {
    private static final long serialVersionUID = 1L;

    /// @param executionName the name
    public ExecutionBusyException(String executionName) {
        super(
                "The execution '%s' is running in another process or thread. Wait until it has ended, or end that one first."
                        .formatted(executionName));
    }
}
