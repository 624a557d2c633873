package dev.signalbox.data.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.stage.RunRequest;

/// Reads an event by its shape.
///
/// - `{"source":"aws.s3","detail-type":"Object Created","detail":{"bucket":{"name"},"object":{"key"}}}`, as
///   EventBridge delivers it. Source: Amazon S3 User Guide, "EventBridge event message structure".
/// - `{"source":"signalbox.schedule","detail":{"pipeline"}}`, as our schedules send it.
/// - `{"detail-type":"signalbox.run.requested","id","detail":RunRequest}`, for whoever puts events on the
///   bus.
/// - a [RunRequest] itself.
final class TriggerReader {
    private static final String HINT = "Compare it with the files in events/intake/.";

    private TriggerReader() {}

    static Trigger read(JsonNode event) {
        String source = event.path("source").isTextual() ? event.path("source").asText() : "";
        String type = event.path("detail-type").asText("");
        JsonNode detail = event.path("detail");
        if (source.equals("aws.s3")) {
            return type.equals("Object Created")
                    ? ObjectKey.read(detail)
                    : new Trigger.Ignored("S3 tells of '" + type + "'; only 'Object Created' starts a run.");
        }
        if (source.equals("signalbox.schedule")) {
            return new Trigger.Scheduled(text(detail, "pipeline", "a schedule's event"));
        }
        if (type.equals("signalbox.run.requested") || source.equals("signalbox.run.requested")) {
            return new Trigger.Requested(text(event, "id", "a requested run's event"), request(detail));
        }
        if (!source.isEmpty()) {
            return new Trigger.Ignored("An event of '" + source + "' (" + type + ") starts no run.");
        }
        return new Trigger.Direct(request(event));
    }

    private static RunRequest request(JsonNode node) {
        try {
            RunRequest request = ContractJson.STRICT.treeToValue(node, RunRequest.class);
            if (request == null) {
                throw new InvalidInput("The event is null; expected a request for a run.", HINT);
            }
            return request;
        } catch (JsonProcessingException e) {
            throw new InvalidInput("The request for a run cannot be read: " + e.getOriginalMessage() + ".", HINT, e);
        }
    }

    private static String text(JsonNode node, String member, String what) {
        String value = node.path(member).asText("");
        if (value.isBlank()) {
            throw new InvalidInput("In " + what + " the member '" + member + "' is missing; expected text.", HINT);
        }
        return value;
    }
}
