package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The branches or iterations of a Parallel or Map under way. Changed by the thread of the execution alone.
final class FanOut {

    /// What its parts are.
    enum Kind {
        /// Branches of a Parallel.
        BRANCHES,
        /// Iterations of an inline Map.
        ITERATIONS,
        /// Child executions of a distributed Map.
        CHILD_EXECUTIONS
    }

    /// What stays the same.
    ///
    /// @param kind what the parts are
    /// @param total how many there are
    /// @param material the input of the branches, or the array of the items (batches; pairs of `Key` and
    ///     `Value`)
    /// @param keyed whether the items are pairs from an object
    /// @param batched whether each item is a batch
    /// @param limit how many may run at once
    /// @param tolerance how many failures are borne
    record Plan(
            Kind kind, int total, JsonNode material, boolean keyed, boolean batched, int limit, Tolerance tolerance) {

        /// The number of items in one part.
        int itemsIn(int ordinal) {
            return batched ? material.get(ordinal).get("Items").size() : 1;
        }

        /// The number of items over all parts.
        int items() {
            int count = 0;
            for (int i = 0; i < total; i++) {
                count += itemsIn(i);
            }
            return count;
        }

        /// The item of a part, as `$states.context.Map.Item` shows it; absent for branches and batches.
        @Nullable
        MapItem item(int ordinal) {
            if (kind == Kind.BRANCHES || batched) {
                return null;
            }
            JsonNode item = material.get(ordinal);
            return keyed
                    ? new MapItem(ordinal, item.get("Key").textValue(), item.get("Value"))
                    : new MapItem(ordinal, null, item);
        }
    }

    /// How many items of a distributed Map may fail.
    ///
    /// @param count how many; -1 when no count was given
    /// @param percentage which part of all, 0 to 100; -1 when no percentage was given
    record Tolerance(long count, double percentage) {
        /// No failure is borne.
        static final Tolerance NONE = new Tolerance(-1, -1);

        boolean exceeded(int failed, int items) {
            boolean overCount = failed > Math.max(0, count);
            boolean overPercentage = failed * 100.0 > Math.max(0, percentage) * items;
            if (count >= 0 && percentage >= 0) {
                return overCount || overPercentage;
            }
            return count >= 0 ? overCount : overPercentage;
        }
    }

    final Plan plan;
    final @Nullable JsonNode[] results;
    /// The parts that run, by ordinal.
    final TreeMap<Integer, Strand> live = new TreeMap<>();
    /// The ordinal of the next part to start.
    int next;
    /// Items that failed.
    int failedItems;
    /// The event that all parts follow which may start at once.
    final long startedEventId;
    /// The event that an iteration follows which had to wait for another one's end.
    long freedEventId;
    /// Whether it waits on the agenda to start its next part.
    boolean launching;

    FanOut(Plan plan, long startedEventId) {
        this.plan = plan;
        this.results = new JsonNode[plan.total];
        this.startedEventId = startedEventId;
        this.freedEventId = startedEventId;
    }

    /// The event that a part follows.
    long eventBefore(int ordinal) {
        return switch (plan.kind) {
            case BRANCHES -> startedEventId;
            case ITERATIONS -> ordinal < plan.limit ? startedEventId : freedEventId;
            case CHILD_EXECUTIONS -> 0;
        };
    }

    boolean done() {
        return next == plan.total && live.isEmpty();
    }

    boolean mayLaunch() {
        return next < plan.total && live.size() < plan.limit;
    }

    /// The outputs in order, without those of failed parts.
    ArrayNode result() {
        ArrayNode outputs = JsonNodeFactory.instance.arrayNode(results.length);
        for (JsonNode output : results) {
            if (output != null) {
                outputs.add(output);
            }
        }
        return outputs;
    }
}
