package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.expression.JsonType;
import dev.signalbox.asl.expression.Template;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Works out what the iterations of a Map are: its items, their batches, how many at once, how many may
/// fail.
final class MapPlans {

    /// At most so many iterations of an inline Map run at once on AWS.
    private static final int INLINE_CONCURRENCY = 40;

    private static final int DISTRIBUTED_CONCURRENCY = 10_000;

    private final Evaluator evaluator;

    MapPlans(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// What a Map runs over.
    ///
    /// @param array the items; pairs of `Key` and `Value` where they come from an object
    /// @param keyed whether they do
    /// @param wanted `MaxConcurrency`, 0 for as many as the mode allows
    record Items(JsonNode array, boolean keyed, long wanted) {}

    /// What is worked out before the state counts as started.
    Items items(Strand strand, State.Map map) throws StateFailure {
        JsonNode items = items(strand, map.items());
        boolean keyed = items.isObject();
        long wanted = evaluator
                .wholeNumber(strand, map.maxConcurrency(), 0, Integer.MAX_VALUE)
                .orElse(0);
        return new Items(keyed ? pairs(items) : items, keyed, wanted);
    }

    /// What is worked out after it: how many may fail, and the batches.
    FanOut.Plan plan(Strand strand, State.Map map, Items items) throws StateFailure {
        return switch (map.mode()) {
            case State.MapMode.Inline inline ->
                new FanOut.Plan(
                        FanOut.Kind.ITERATIONS,
                        items.array.size(),
                        items.array,
                        items.keyed,
                        false,
                        limit(items.wanted, INLINE_CONCURRENCY),
                        FanOut.Tolerance.NONE);
            case State.MapMode.Distributed distributed -> distributed(strand, map, distributed, items);
        };
    }

    private FanOut.Plan distributed(Strand strand, State.Map map, State.MapMode.Distributed mode, Items items)
            throws StateFailure {
        int limit = limit(items.wanted, DISTRIBUTED_CONCURRENCY);
        FanOut.Tolerance tolerance = new FanOut.Tolerance(
                count(strand, mode.toleratedFailureCount()), percentage(strand, mode.toleratedFailurePercentage()));
        FanOut.Plan single = new FanOut.Plan(
                FanOut.Kind.CHILD_EXECUTIONS, items.array.size(), items.array, items.keyed, false, limit, tolerance);
        if (mode.batcher() == null) {
            return single;
        }
        JsonNode batches = batches(strand, map, mode.batcher(), single);
        return new FanOut.Plan(FanOut.Kind.CHILD_EXECUTIONS, batches.size(), batches, false, true, limit, tolerance);
    }

    /// The input of a branch or iteration.
    JsonNode input(Strand strand, FanOut.Plan plan, int ordinal) throws StateFailure {
        if (plan.kind() == FanOut.Kind.BRANCHES) {
            return plan.material();
        }
        if (plan.batched() || !(strand.state() instanceof State.Map map)) {
            return plan.material().get(ordinal);
        }
        return selected(strand, map, plan, ordinal);
    }

    private JsonNode selected(Strand strand, State.Map map, FanOut.Plan plan, int ordinal) throws StateFailure {
        MapItem item = plan.item(ordinal);
        JsonNode selected = map.itemSelector() == null || item == null
                ? plan.material().get(ordinal)
                : evaluator.item(strand, map.itemSelector(), item);
        if (PayloadSize.exceedsLimit(selected)) {
            throw Interpreter.tooLarge(
                    strand, "The item " + ordinal + " of the state '" + strand.stateName + "' came out");
        }
        return selected;
    }

    private JsonNode items(Strand strand, @Nullable Template template) throws StateFailure {
        if (template != null) {
            return evaluator.value(strand, template, JsonType.ARRAY, JsonType.OBJECT);
        }
        JsonType found = JsonType.of(strand.input);
        if (found != JsonType.ARRAY && found != JsonType.OBJECT) {
            String message =
                    "The state has no field 'Items', and its input is no array either. Expected 'array', but was '"
                            + found.label() + "'.";
            throw evaluator.failed(strand, "Items", message, strand.beforeEnteredEventId);
        }
        return strand.input;
    }

    private static ArrayNode pairs(JsonNode object) {
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode(object.size());
        object.properties()
                .forEach(member -> pairs.addObject().put("Key", member.getKey()).set("Value", member.getValue()));
        return pairs;
    }

    private long count(Strand strand, @Nullable Template template) throws StateFailure {
        OptionalLong count = evaluator.wholeNumber(strand, template, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (count.isPresent() && count.getAsLong() < 0) {
            throw new StateFailure(
                    ErrorNames.RUNTIME, Evaluator.inState(strand, "ToleratedFailureCount cannot be negative."));
        }
        return count.orElse(-1);
    }

    private double percentage(Strand strand, @Nullable Template template) throws StateFailure {
        if (template == null) {
            return -1;
        }
        JsonNode value = evaluator.value(strand, template, JsonType.NUMBER);
        double percentage = value.doubleValue();
        if (percentage < 0 || percentage > 100) {
            throw new StateFailure(
                    ErrorNames.RUNTIME,
                    Evaluator.inState(strand, "ToleratedFailurePercentage must be between 0 and 100."));
        }
        return percentage;
    }

    private ArrayNode batches(Strand strand, State.Map map, State.ItemBatcher batcher, FanOut.Plan single)
            throws StateFailure {
        long maxItems = evaluator
                .wholeNumber(strand, batcher.maxItemsPerBatch(), 1, Integer.MAX_VALUE)
                .orElse(Integer.MAX_VALUE);
        long maxBytes = evaluator
                .wholeNumber(strand, batcher.maxInputBytesPerBatch(), 1, PayloadSize.LIMIT_BYTES)
                .orElse(PayloadSize.LIMIT_BYTES);
        JsonNode batchInput = batcher.batchInput() == null
                ? null
                : evaluator.value(strand, batcher.batchInput(), Evaluator.Given.NOTHING);
        ArrayNode batches = JsonNodeFactory.instance.arrayNode();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        long empty = PayloadSize.bytes(batch(batchInput, items), maxBytes);
        long bytes = empty;
        for (int i = 0; i < single.total(); i++) {
            JsonNode item = selected(strand, map, single, i);
            long itemBytes = PayloadSize.bytes(item, maxBytes) + 1;
            if (!items.isEmpty() && (items.size() == maxItems || bytes + itemBytes > maxBytes)) {
                batches.add(batch(batchInput, items));
                items = JsonNodeFactory.instance.arrayNode();
                bytes = empty;
            }
            items.add(item);
            bytes += itemBytes;
        }
        if (!items.isEmpty()) {
            batches.add(batch(batchInput, items));
        }
        return batches;
    }

    private static ObjectNode batch(@Nullable JsonNode batchInput, ArrayNode items) {
        ObjectNode batch = JsonNodeFactory.instance.objectNode();
        if (batchInput != null) {
            batch.set("BatchInput", batchInput);
        }
        batch.set("Items", items);
        return batch;
    }

    private static int limit(long wanted, int most) {
        return (int) (wanted == 0 ? most : Math.min(wanted, most));
    }
}
