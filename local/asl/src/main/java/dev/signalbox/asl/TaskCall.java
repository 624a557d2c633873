package dev.signalbox.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One attempt of a Task state, as handed to a [TaskInvoker].
///
/// @param executionName the name of the execution, as given to [Engine#start]
/// @param stateName the name of the Task state
/// @param resource the state's `Resource`, after substitution
/// @param functionName the function to call: the last part of a function ARN, or `Arguments.FunctionName` of
///     `lambda:invoke` (its ARN shortened to the name); absent for every other integration
/// @param arguments the evaluated `Arguments`, or the state's input when it has none
/// @param payload what a function receives: `Arguments.Payload` for `lambda:invoke` (an empty object when
///     absent), else the arguments
/// @param timeoutSeconds the state's evaluated `TimeoutSeconds`; empty means no limit is set
/// @param heartbeatSeconds the state's evaluated `HeartbeatSeconds`; empty means no heartbeats are expected
/// @param taskToken the token of a `.waitForTaskToken` resource, the same after a crash; absent for every
///     other resource
/// @param retryCount how many attempts of this visit of the state came before, from 0
/// @param heartbeat tells the engine that the work is alive, for states with `HeartbeatSeconds`
public record TaskCall(
        String executionName,
        String stateName,
        String resource,
        @Nullable String functionName,
        JsonNode arguments,
        JsonNode payload,
        OptionalLong timeoutSeconds,
        OptionalLong heartbeatSeconds,
        @Nullable String taskToken,
        int retryCount,
        Heartbeat heartbeat) {

    private static final String INVOKE = "arn:aws:states:::lambda:invoke";

    /// A function's answer in the shape of this call's resource: wrapped for `lambda:invoke`, itself for a
    /// function ARN.
    public JsonNode wrapped(JsonNode answer) {
        if (!resource.startsWith(INVOKE)) {
            return answer;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("ExecutedVersion", "$LATEST")
                .<ObjectNode>set("Payload", answer)
                .put("StatusCode", 200);
    }
}
