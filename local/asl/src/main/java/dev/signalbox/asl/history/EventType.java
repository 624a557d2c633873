package dev.signalbox.asl.history;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The event types of AWS's execution history that this interpreter can raise.
public enum EventType {
    /// The execution began.
    EXECUTION_STARTED,
    /// The execution ended with an output.
    EXECUTION_SUCCEEDED,
    /// The execution ended with an error.
    EXECUTION_FAILED,
    /// The machine's own timeout ended the execution.
    EXECUTION_TIMED_OUT,
    /// The execution was aborted from outside.
    EXECUTION_ABORTED,
    /// A Pass state began.
    PASS_STATE_ENTERED,
    /// A Pass state ended with an output.
    PASS_STATE_EXITED,
    /// A Task state began.
    TASK_STATE_ENTERED,
    /// A Task state ended with an output.
    TASK_STATE_EXITED,
    /// A Task state was stopped because something around it ended.
    TASK_STATE_ABORTED,
    /// A Choice state began.
    CHOICE_STATE_ENTERED,
    /// A Choice state ended with an output.
    CHOICE_STATE_EXITED,
    /// A Wait state began.
    WAIT_STATE_ENTERED,
    /// A Wait state ended with an output.
    WAIT_STATE_EXITED,
    /// A Wait state was stopped because something around it ended.
    WAIT_STATE_ABORTED,
    /// A Succeed state began.
    SUCCEED_STATE_ENTERED,
    /// A Succeed state ended with an output.
    SUCCEED_STATE_EXITED,
    /// A Fail state began.
    FAIL_STATE_ENTERED,
    /// A Parallel state began.
    PARALLEL_STATE_ENTERED,
    /// The parts of a Parallel state began; again at each retry.
    PARALLEL_STATE_STARTED,
    /// All parts of a Parallel state succeeded.
    PARALLEL_STATE_SUCCEEDED,
    /// A part of a Parallel state failed, and no retry is left.
    PARALLEL_STATE_FAILED,
    /// A Parallel state was stopped because something around it ended.
    PARALLEL_STATE_ABORTED,
    /// A Parallel state ended with an output.
    PARALLEL_STATE_EXITED,
    /// A Map state began.
    MAP_STATE_ENTERED,
    /// The parts of a Map state began; again at each retry.
    MAP_STATE_STARTED,
    /// All parts of a Map state succeeded.
    MAP_STATE_SUCCEEDED,
    /// A part of a Map state failed, and no retry is left.
    MAP_STATE_FAILED,
    /// A Map state was stopped because something around it ended.
    MAP_STATE_ABORTED,
    /// A Map state ended with an output.
    MAP_STATE_EXITED,
    /// An iteration of an inline Map began.
    MAP_ITERATION_STARTED,
    /// An iteration of an inline Map succeeded.
    MAP_ITERATION_SUCCEEDED,
    /// An iteration of an inline Map failed.
    MAP_ITERATION_FAILED,
    /// An iteration of an inline Map was stopped because another one failed.
    MAP_ITERATION_ABORTED,
    /// The child executions of a distributed Map began.
    MAP_RUN_STARTED,
    /// The child executions of a distributed Map ended within its tolerance.
    MAP_RUN_SUCCEEDED,
    /// More child executions of a distributed Map failed than it tolerates.
    MAP_RUN_FAILED,
    /// A distributed Map was stopped because something around it ended.
    MAP_RUN_ABORTED,
    /// A function named by its ARN is to be called.
    LAMBDA_FUNCTION_SCHEDULED,
    /// The call of a function began.
    LAMBDA_FUNCTION_STARTED,
    /// A function answered.
    LAMBDA_FUNCTION_SUCCEEDED,
    /// A function failed.
    LAMBDA_FUNCTION_FAILED,
    /// A function took too long.
    LAMBDA_FUNCTION_TIMED_OUT,
    /// A service integration is to be called.
    TASK_SCHEDULED,
    /// The call of a service integration began.
    TASK_STARTED,
    /// A service integration was called; its answer comes later, by the task token.
    TASK_SUBMITTED,
    /// A service integration answered.
    TASK_SUCCEEDED,
    /// A service integration failed.
    TASK_FAILED,
    /// A service integration took too long.
    TASK_TIMED_OUT,
    /// A JSONata expression could not be evaluated, or gave a value of the wrong type.
    EVALUATION_FAILED;

    private static final Map<String, EventType> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::awsName, Function.identity()));

    private final String awsName = camelCase(name());

    /// The name that AWS gives it, such as `TaskStateEntered`.
    public String awsName() {
        return awsName;
    }

    /// The type with an AWS name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static EventType ofAwsName(String awsName) {
        EventType found = BY_NAME.get(awsName);
        if (found == null) {
            throw new IllegalArgumentException("no history event type is called '" + awsName + "'");
        }
        return found;
    }

    /// The member of AWS's event that holds this type's details, such as `stateEnteredEventDetails`.
    public String detailsKey() {
        if (awsName.endsWith("StateEntered")) {
            return "stateEnteredEventDetails";
        }
        if (awsName.endsWith("StateExited")) {
            return "stateExitedEventDetails";
        }
        return Character.toLowerCase(awsName.charAt(0)) + awsName.substring(1) + "EventDetails";
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder(constant.length());
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c != '_') {
                boolean first = i == 0 || constant.charAt(i - 1) == '_';
                name.append(first ? c : Character.toLowerCase(c));
            }
        }
        return name.toString();
    }
}
