package dev.signalbox.asl.execution;

/// The thread of an execution was interrupted while it waited. What was checkpointed is kept; the execution
/// can be resumed.
public final class ExecutionInterruptedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ExecutionInterruptedException(InterruptedException cause) {
        super("the thread that runs the execution was interrupted; resume the execution to go on", cause);
    }
}
