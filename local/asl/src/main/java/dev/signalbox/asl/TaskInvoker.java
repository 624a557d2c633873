package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// Does the work of a Task state and answers with its result exactly as `$states.result` shall see it.
///
/// Called at least once for each attempt: after a crash in the middle of a call the same call is made again,
/// with the same task token. On the system clock calls run concurrently on the engine's worker threads and
/// are interrupted when their state times out; on a virtual clock they run one after the other on the thread
/// of the execution.
@FunctionalInterface
public interface TaskInvoker {

    /// Makes one attempt.
    ///
    /// @return the result of the task; for a `.waitForTaskToken` resource it only fills the `TaskSubmitted`
    ///     event
    /// @throws TaskFailedException when the task failed; its error name is matched by `Retry` and `Catch`.
    ///     An unchecked exception counts as a failure named by its class, as Lambda reports it.
    JsonNode invoke(TaskCall call) throws TaskFailedException;

    /// How long a call takes on a virtual clock, where real time does not count; never asked on the system
    /// clock.
    ///
    /// @return zero or more; at or over the state's timeout the attempt ends in `States.Timeout`
    default Duration virtualDuration(TaskCall call) {
        return Duration.ZERO;
    }

    /// An invoker over plain functions: what `arn:aws:states:::lambda:invoke` wraps around a function's
    /// answer (`ExecutedVersion`, `Payload`, `StatusCode`) is added here, so that the functions see and
    /// return payloads only.
    static TaskInvoker functions(FunctionInvoker functions) {
        return call -> call.wrapped(functions.invoke(call));
    }
}
