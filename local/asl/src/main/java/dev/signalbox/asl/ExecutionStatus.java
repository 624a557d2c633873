package dev.signalbox.asl;

/// Where an execution stands, in AWS's words; `SUSPENDED` is ours.
public enum ExecutionStatus {
    /// Not ended, and not known to be suspended: it runs, or its process was killed.
    RUNNING,
    /// Ended with an output.
    SUCCEEDED,
    /// Ended with an error that nothing caught.
    FAILED,
    /// Ended because the machine's own `TimeoutSeconds` passed.
    TIMED_OUT,
    /// Ended by [Engine#abort].
    ABORTED,
    /// Not ended: every live branch waits for an answer to its task token; [Engine#resume] goes on when one
    /// is there.
    SUSPENDED
}
