package dev.signalbox.asl;

/// An execution cannot be started or resumed; nothing was changed. Not for retrying: the message says what
/// to do instead.
public abstract sealed class ExecutionRefusedException extends RuntimeException
        permits ExecutionExistsException,
                UnknownExecutionException,
                DefinitionChangedException,
                ExecutionBusyException {
    private static final long serialVersionUID = 1L;

    ExecutionRefusedException(String message) {
        super(message);
    }
}
