package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.durable.StoredExecution;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Builds `$states.context`, as the [context
/// object](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html) page has
/// it. The account and region in its ARNs are those of Step Functions Local.
final class ContextObject {

    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String machineName;
    private final String executionName;
    private final ObjectNode execution;
    private final ObjectNode stateMachine;

    ContextObject(StoredExecution.Header header) {
        machineName = header.machineName();
        executionName = header.executionName();
        execution = execution(
                PREFIX + "execution:" + machineName + ":" + executionName,
                executionName,
                header.input(),
                header.startedAt());
        stateMachine = JsonNodeFactory.instance.objectNode();
        stateMachine.put("Id", PREFIX + "stateMachine:" + machineName);
        stateMachine.put("Name", machineName);
    }

    /// The context of a strand in its state.
    JsonNode of(Strand strand) {
        if (strand.context == null) {
            strand.context = build(strand, strand.mapItem);
        }
        return strand.context;
    }

    /// The context in which an item of the strand's own Map is selected.
    JsonNode of(Strand strand, MapItem item) {
        return build(strand, item);
    }

    static String roleArn(String machineName) {
        return "arn:aws:iam::123456789012:role/" + machineName;
    }

    /// What names a Map Run, from the event that started it.
    String mapRunArn(Strand strand, String label) {
        return PREFIX + "mapRun:" + machineName + "/" + label + ":" + executionName + "-" + strand.id + "-"
                + strand.enteredEventId;
    }

    private ObjectNode build(Strand strand, @Nullable MapItem item) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("Execution", execution(strand.child));
        context.set("StateMachine", stateMachine);
        ObjectNode state = context.putObject("State");
        state.put("Name", strand.stateName);
        state.put("EnteredTime", MILLIS.format(strand.enteredAt));
        if (strand.state() instanceof State.Fallible) {
            state.put("RetryCount", strand.retryCount());
        }
        if (item != null) {
            context.putObject("Map").set("Item", item.toJson());
        }
        String token = token(strand.phase);
        if (token != null) {
            context.putObject("Task").put("Token", token);
        }
        return context;
    }

    private static @Nullable String token(Phase phase) {
        return switch (phase) {
            case Phase.Calling calling -> calling.call().token();
            case Phase.AwaitingToken awaiting -> awaiting.call().token();
            case Phase.Ready ready -> null;
            case Phase.Waiting waiting -> null;
            case Phase.Retrying retrying -> null;
            case Phase.FanningOut fanningOut -> null;
        };
    }

    private ObjectNode execution(Strand.@Nullable ChildExecution child) {
        return child == null
                ? execution
                : execution(
                        PREFIX + "execution:" + machineName + "/" + child.label() + ":" + child.name(),
                        child.name(),
                        child.input(),
                        child.startedAt());
    }

    private ObjectNode execution(String id, String name, JsonNode input, Instant startedAt) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        described.put("Id", id);
        described.set("Input", input);
        described.put("StartTime", MILLIS.format(startedAt));
        described.put("Name", name);
        described.put("RoleArn", roleArn(machineName));
        described.put("RedriveCount", 0);
        return described;
    }
}
