package dev.signalbox.asl.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event of an execution, as AWS's
/// [HistoryEvent](https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html).
///
/// @param id counts from 1 within the execution
/// @param previousEventId the event that led to this one in its own branch or iteration; 0 for the first of
///     the execution
/// @param timestamp when it happened, to the millisecond
/// @param type what happened
/// @param name the state it is about (for a map iteration, the Map state); absent where AWS names none
/// @param details the members of AWS's details object other than the name; `input`, `output` and
///     `parameters` as JSON values, not as text; an empty object where AWS has none
public record HistoryEvent(
        long id,
        long previousEventId,
        Instant timestamp,
        EventType type,
        @Nullable String name,
        JsonNode details) {

    /// The event as AWS's API returns it: details under their own key, inputs and outputs as JSON text.
    public ObjectNode toAwsJson() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("timestamp", timestamp.toString());
        event.put("type", type.awsName());
        event.put("id", id);
        event.put("previousEventId", previousEventId);
        if (name != null || !details.isEmpty()) {
            event.set(type.detailsKey(), awsDetails());
        }
        return event;
    }

    private ObjectNode awsDetails() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        if (name != null) {
            shown.put("name", name);
        }
        details.properties().forEach(member -> {
            String key = member.getKey();
            switch (key) {
                case "input", "output", "parameters" ->
                    shown.put(key, member.getValue().toString());
                case "assignedVariables" -> shown.set(key, asText(member.getValue()));
                default -> shown.set(key, member.getValue());
            }
        });
        return shown;
    }

    private static ObjectNode asText(JsonNode variables) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        variables
                .properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().toString()));
        return texts;
    }
}
