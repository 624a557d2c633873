package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes and reads strands for checkpoints.
final class StrandCodec {

    private StrandCodec() {}

    /// Writes a strand.
    ///
    /// @param tokens how many task tokens the execution has made
    static ObjectNode write(Strand strand, long tokens) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (strand.parent == null) {
            json.put("tokens", tokens);
        } else {
            json.put("parent", strand.parent.id).put("ordinal", strand.ordinal);
        }
        json.put("state", strand.stateName);
        json.set("input", strand.input);
        ObjectNode own = json.putObject("variables");
        strand.ownVariables.forEach(own::set);
        json.set("phase", PhaseCodec.write(strand.phase));
        json.put("enteredAt", PhaseCodec.millis(strand.enteredAt));
        json.put("enteredEvent", strand.enteredEventId);
        json.put("beforeEvent", strand.beforeEnteredEventId);
        json.put("lastEvent", strand.lastEventId);
        ArrayNode retries = json.putArray("retries");
        for (int used : strand.retries) {
            retries.add(used);
        }
        writeOrigin(strand, json);
        if (strand.fanOut != null) {
            json.set("fanOut", write(strand.fanOut));
        }
        return json;
    }

    private static void writeOrigin(Strand strand, ObjectNode json) {
        if (strand.mapItem != null && (strand.parent == null || !strand.mapItem.equals(strand.parent.mapItem))) {
            json.set("item", strand.mapItem.toJson());
        }
        if (strand.child != null && (strand.parent == null || !strand.child.equals(strand.parent.child))) {
            json.putObject("child")
                    .put("label", strand.child.label())
                    .put("name", strand.child.name())
                    .put("startedAt", PhaseCodec.millis(strand.child.startedAt()))
                    .set("input", strand.child.input());
        }
    }

    private static ObjectNode write(FanOut fanOut) {
        FanOut.Plan plan = fanOut.plan;
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", plan.kind().name())
                .put("total", plan.total())
                .put("keyed", plan.keyed())
                .put("batched", plan.batched())
                .put("limit", plan.limit())
                .put("toleratedCount", plan.tolerance().count())
                .put("toleratedPercentage", plan.tolerance().percentage())
                .put("next", fanOut.next)
                .put("failedItems", fanOut.failedItems)
                .put("startedEvent", fanOut.startedEventId)
                .put("freedEvent", fanOut.freedEventId);
    }

    /// What a strand was born with.
    ///
    /// @param parent the strand it belongs to; absent for the machine itself
    static Strand.Origin origin(JsonNode json, @Nullable Strand parent, Recorder recorder) {
        MapItem item = json.has("item") ? MapItem.fromJson(json.get("item")) : parent == null ? null : parent.mapItem;
        JsonNode input = json.get("input");
        if (json.has("child")) {
            JsonNode child = json.get("child");
            Strand.ChildExecution own = new Strand.ChildExecution(
                    child.path("label").asText(),
                    child.get("name").textValue(),
                    child.get("input"),
                    PhaseCodec.instant(child.get("startedAt")));
            return new Strand.Origin(recorder.silenced(), Map.of(), item, own, new VariableStore(), input);
        }
        return parent == null
                ? new Strand.Origin(recorder, Map.of(), item, null, new VariableStore(), input)
                : new Strand.Origin(parent.recorder, parent.variables, item, parent.child, parent.store, input);
    }

    /// Sets a strand to where it stood.
    ///
    /// @param parts what was kept of its Map or Parallel, by ordinal
    static void restore(Strand strand, JsonNode json, Map<Integer, JsonNode> parts) {
        strand.stateName = json.get("state").textValue();
        strand.assign(json.get("variables"));
        strand.phase = PhaseCodec.read(json.get("phase"));
        strand.enteredAt = PhaseCodec.instant(json.get("enteredAt"));
        strand.enteredEventId = json.get("enteredEvent").longValue();
        strand.beforeEnteredEventId = json.get("beforeEvent").longValue();
        strand.lastEventId = json.get("lastEvent").longValue();
        JsonNode retries = json.get("retries");
        strand.retries = new int[retries.size()];
        for (int i = 0; i < strand.retries.length; i++) {
            strand.retries[i] = retries.get(i).intValue();
        }
        if (json.has("fanOut")) {
            strand.fanOut = fanOut(json.get("fanOut"), parts);
        }
    }

    private static FanOut fanOut(JsonNode json, Map<Integer, JsonNode> parts) {
        JsonNode material = parts.getOrDefault(-1, JsonNodeFactory.instance.nullNode());
        FanOut.Plan plan = new FanOut.Plan(
                FanOut.Kind.valueOf(json.get("kind").textValue()),
                json.get("total").intValue(),
                material,
                json.get("keyed").booleanValue(),
                json.get("batched").booleanValue(),
                json.get("limit").intValue(),
                new FanOut.Tolerance(
                        json.get("toleratedCount").longValue(),
                        json.get("toleratedPercentage").doubleValue()));
        FanOut fanOut = new FanOut(plan, json.get("startedEvent").longValue());
        fanOut.freedEventId = json.get("freedEvent").longValue();
        fanOut.next = json.get("next").intValue();
        fanOut.failedItems = json.get("failedItems").intValue();
        parts.forEach((ordinal, body) -> {
            if (ordinal >= 0) {
                fanOut.results[ordinal] = body;
            }
        });
        return fanOut;
    }
}
