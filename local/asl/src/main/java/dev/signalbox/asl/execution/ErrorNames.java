package dev.signalbox.asl.execution;

/// The error names that the interpreter itself raises, from AWS's [error
/// handling](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html) page.
public final class ErrorNames {

    /// Matches any error but [#DATA_LIMIT_EXCEEDED] and [#RUNTIME].
    public static final String ALL = "States.ALL";
    /// A branch of a Parallel failed. Never reported: the branch's own error is; but it matches it.
    public static final String BRANCH_FAILED = "States.BranchFailed";
    /// A payload is larger than 256 KiB.
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    /// More items of a distributed Map failed than it tolerates.
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";
    /// Matches a [#TIMEOUT] that came of no heartbeat for longer than `HeartbeatSeconds`. Never reported.
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    /// No rule of a Choice is true, and it has no default.
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    /// An expression failed, or gave a value of the wrong type.
    public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";
    /// The execution cannot go on; never retried, never caught.
    public static final String RUNTIME = "States.Runtime";
    /// Matches any error but [#TIMEOUT].
    public static final String TASK_FAILED = "States.TaskFailed";
    /// A task or the execution took longer than its `TimeoutSeconds`, or a task was silent for longer than its
    /// `HeartbeatSeconds`.
    public static final String TIMEOUT = "States.Timeout";

    private ErrorNames() {}
}
