package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.definition.TaskResource;
import dev.signalbox.asl.history.EventType;

/// Writes the events of a task: `LambdaFunction…` for a function ARN, `Task…` for a service integration.
final class TaskEvents {

    private TaskEvents() {}

    static void scheduled(Strand strand, TaskResource resource, Phase.Call call) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        switch (resource) {
            case TaskResource.Function function -> {
                details.set("input", call.arguments());
                details.put("resource", function.text());
            }
            case TaskResource.Integration integration -> {
                details.set("parameters", call.arguments());
                details.put("region", "us-east-1");
                name(details, integration);
            }
        }
        call.timeoutSeconds().ifPresent(seconds -> details.put("timeoutInSeconds", seconds));
        call.heartbeatSeconds().ifPresent(seconds -> details.put("heartbeatInSeconds", seconds));
        record(strand, resource, EventType.LAMBDA_FUNCTION_SCHEDULED, EventType.TASK_SCHEDULED, details);
    }

    static void started(Strand strand, TaskResource resource) {
        record(strand, resource, EventType.LAMBDA_FUNCTION_STARTED, EventType.TASK_STARTED, named(resource));
    }

    static void submitted(Strand strand, TaskResource resource, JsonNode output) {
        ObjectNode details = named(resource);
        details.set("output", output);
        strand.recorder.record(strand, EventType.TASK_SUBMITTED, null, details);
    }

    static void succeeded(Strand strand, TaskResource resource, JsonNode output) {
        ObjectNode details = named(resource);
        details.set("output", output);
        record(strand, resource, EventType.LAMBDA_FUNCTION_SUCCEEDED, EventType.TASK_SUCCEEDED, details);
    }

    /// The event of a failure: timed out, or failed.
    static void failed(Strand strand, TaskResource resource, StateFailure failure) {
        ObjectNode details = failure.details();
        details.setAll(named(resource));
        if (failure.isTimeout()) {
            record(strand, resource, EventType.LAMBDA_FUNCTION_TIMED_OUT, EventType.TASK_TIMED_OUT, details);
        } else {
            record(strand, resource, EventType.LAMBDA_FUNCTION_FAILED, EventType.TASK_FAILED, details);
        }
    }

    private static ObjectNode named(TaskResource resource) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (resource instanceof TaskResource.Integration integration) {
            name(details, integration);
        }
        return details;
    }

    private static void name(ObjectNode details, TaskResource.Integration integration) {
        details.put("resource", integration.action());
        details.put("resourceType", integration.resourceType());
    }

    private static void record(
            Strand strand, TaskResource resource, EventType ofFunction, EventType ofIntegration, ObjectNode details) {
        EventType type = resource instanceof TaskResource.Function ? ofFunction : ofIntegration;
        strand.recorder.record(strand, type, null, details);
    }
}
