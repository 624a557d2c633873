package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.asl.Heartbeat;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.asl.TaskInvoker;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.definition.TaskResource;
import org.jspecify.annotations.Nullable;

/// One call of a [TaskInvoker], and how it came out.
///
/// @param output what it answered; absent when it failed
/// @param failure why it failed; absent when it answered
record TaskAttempt(@Nullable JsonNode output, @Nullable StateFailure failure) {

    /// Calls the invoker. Whatever it throws is a failure of the task.
    static TaskAttempt make(TaskInvoker invoker, TaskCall call) {
        try {
            JsonNode output = invoker.invoke(call);
            return new TaskAttempt(output, null);
        } catch (TaskFailedException e) {
            return new TaskAttempt(null, new StateFailure(e.error(), e.causeText()));
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError | AssertionError e) {
            return new TaskAttempt(null, new StateFailure(e.getClass().getName(), String.valueOf(e.getMessage())));
        }
    }

    /// What the invoker is told.
    static TaskCall describe(
            String executionName, Strand strand, State.Task task, Phase.Call call, Heartbeat heartbeat) {
        JsonNode payload = call.arguments();
        String function = null;
        switch (task.resource()) {
            case TaskResource.Function named -> function = named.functionName();
            case TaskResource.Integration integration -> {
                if (integration.invokesFunction()) {
                    function = TaskResource.functionName(
                            payload.path("FunctionName").asText(""));
                    payload = payload.has("Payload") ? payload.get("Payload") : JsonNodeFactory.instance.objectNode();
                }
            }
        }
        return new TaskCall(
                executionName,
                strand.stateName,
                task.resource().text(),
                function,
                call.arguments(),
                payload,
                call.timeoutSeconds(),
                call.heartbeatSeconds(),
                call.token(),
                strand.retryCount(),
                heartbeat);
    }
}
