package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Writes and reads phases for checkpoints.
final class PhaseCodec {

    private PhaseCodec() {}

    static ObjectNode write(Phase phase) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (phase) {
            case Phase.Ready ready -> json.put("is", "ready");
            case Phase.Waiting waiting -> json.put("is", "waiting").put("until", millis(waiting.until()));
            case Phase.Retrying retrying -> json.put("is", "retrying").put("until", millis(retrying.until()));
            case Phase.Calling calling -> {
                json.put("is", "calling").put("started", calling.started());
                write(json, calling.call());
            }
            case Phase.AwaitingToken awaiting -> {
                json.put("is", "awaiting").put("since", millis(awaiting.startedAt()));
                write(json, awaiting.call());
            }
            case Phase.FanningOut fanningOut -> json.put("is", "fanning");
        }
        return json;
    }

    static Phase read(JsonNode json) {
        String is = json.get("is").textValue();
        return switch (is) {
            case "ready" -> Phase.Ready.NOW;
            case "waiting" -> new Phase.Waiting(instant(json.get("until")));
            case "retrying" -> new Phase.Retrying(instant(json.get("until")));
            case "calling" -> new Phase.Calling(call(json), json.get("started").booleanValue());
            case "awaiting" -> new Phase.AwaitingToken(call(json), instant(json.get("since")));
            case "fanning" -> Phase.FanningOut.NOW;
            default -> throw new IllegalStateException("the checkpoint names a phase '" + is + "' that does not exist");
        };
    }

    static long millis(Instant time) {
        return time.toEpochMilli();
    }

    static Instant instant(JsonNode millis) {
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static void write(ObjectNode json, Phase.Call call) {
        json.set("arguments", call.arguments());
        call.timeoutSeconds().ifPresent(seconds -> json.put("timeout", seconds));
        call.heartbeatSeconds().ifPresent(seconds -> json.put("heartbeat", seconds));
        if (call.token() != null) {
            json.put("token", call.token());
        }
    }

    private static Phase.Call call(JsonNode json) {
        JsonNode token = json.get("token");
        return new Phase.Call(
                json.get("arguments"),
                optional(json.get("timeout")),
                optional(json.get("heartbeat")),
                token == null ? null : token.textValue());
    }

    private static OptionalLong optional(@Nullable JsonNode number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValue());
    }
}
