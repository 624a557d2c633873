package dev.signalbox.asl;

/// An execution was to be resumed that the checkpoints do not know.
public final class UnknownExecutionException extends ExecutionRefusedException {
    private static final long serialVersionUID = 1L;

    /// @param executionName the name
    public UnknownExecutionException(String executionName) {
        super(
                ("There is no execution named '%s' in the checkpoints: it was never started here, or it was started without checkpoints."
                                + " Check the name, or start it.")
                        .formatted(executionName));
    }
}
