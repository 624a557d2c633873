package dev.signalbox.asl.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.history.HistoryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of one case.
///
/// @param name the case
/// @param status `SUCCEEDED`, `FAILED`, `TIMED_OUT` or `ABORTED` as AWS says it; `ERROR` when the case
///     itself is broken
/// @param output what the machine gave; absent unless it succeeded
/// @param error the name of the error; absent when it succeeded, when the case is broken, and where AWS has
///     none
/// @param cause what happened; absent when it succeeded, and where AWS says nothing
/// @param history every event, in order; empty when the machine was never started
public record CheckResult(
        String name,
        String status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        List<HistoryEvent> history) {

    /// The status of a case that is broken.
    public static final String BROKEN = "ERROR";

    /// Copies the history.
    public CheckResult {
        history = List.copyOf(history);
    }

    static CheckResult of(String name, ExecutionResult result) {
        return new CheckResult(
                name, result.status().name(), result.output(), result.error(), result.cause(), result.history());
    }

    static CheckResult broken(String name, String message) {
        return new CheckResult(name, BROKEN, null, null, message, List.of());
    }

    /// The line of a suite: `case`, `status`, `output` or `error` and `cause`, and `history` as `{"type",
    /// "name"}`. Absent parts are left out.
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("case", name);
        return outcome(json, true);
    }

    /// The outcome alone, with or without the history.
    public ObjectNode toJson(boolean withHistory) {
        return outcome(JsonNodeFactory.instance.objectNode(), withHistory);
    }

    private ObjectNode outcome(ObjectNode json, boolean withHistory) {
        json.put("status", status);
        if (output != null) {
            json.set("output", output);
        }
        if (error != null) {
            json.put("error", error);
        }
        if (cause != null) {
            json.put("cause", cause);
        }
        if (withHistory) {
            ArrayNode events = json.putArray("history");
            history.forEach(event -> events.add(event(event)));
        }
        return json;
    }

    private static ObjectNode event(HistoryEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", event.type().awsName());
        if (event.name() != null) {
            json.put("name", event.name());
        }
        return json;
    }
}
