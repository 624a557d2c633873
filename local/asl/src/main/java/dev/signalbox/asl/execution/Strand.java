package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.definition.Workflow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of execution: the machine itself, a branch of a Parallel, or an iteration of a Map. Changed by the
/// thread of the execution alone; [StrandCodec] keeps it.
final class Strand {

    final long id;
    final @Nullable Strand parent;
    /// The index of the branch or iteration, from 0; 0 for the machine itself.
    final int ordinal;
    final Workflow workflow;
    /// Where its events go: the history, or nowhere inside a distributed Map.
    final Recorder recorder;
    /// The variables of the scopes around it.
    final Map<String, JsonNode> outerVariables;
    /// The iteration it belongs to, its own or that around it; absent outside of every Map.
    final @Nullable MapItem mapItem;
    /// The child execution of a distributed Map that it belongs to; absent in the main one.
    final @Nullable ChildExecution child;

    /// The variables of the execution that it belongs to, counted.
    final VariableStore store;

    Map<String, JsonNode> ownVariables = Map.of();
    Map<String, JsonNode> variables;
    String stateName;
    JsonNode input;
    Phase phase = Phase.Ready.NOW;
    Instant enteredAt = Instant.EPOCH;
    long enteredEventId;
    long beforeEnteredEventId;
    long lastEventId;
    /// Retries used of each retrier of the state, in their order.
    int[] retries = new int[0];

    @Nullable
    FanOut fanOut;
    /// The context object of the present attempt, built when first needed.
    @Nullable
    JsonNode context;
    /// Changes with the phase, so that whoever comes late can see that he does.
    long ticket;
    boolean alive = true;

    Strand(long id, @Nullable Strand parent, int ordinal, Workflow workflow, Origin origin) {
        this.id = id;
        this.parent = parent;
        this.ordinal = ordinal;
        this.workflow = workflow;
        this.recorder = origin.recorder();
        this.outerVariables = origin.outerVariables();
        this.variables = origin.outerVariables();
        this.mapItem = origin.mapItem();
        this.child = origin.child();
        this.store = origin.store();
        this.stateName = workflow.startAt();
        this.input = origin.input();
    }

    /// What a strand is born with.
    ///
    /// @param recorder where its events go
    /// @param outerVariables the variables in sight
    /// @param mapItem the iteration it belongs to
    /// @param child the child execution it belongs to
    /// @param store counts the variables of the execution it belongs to
    /// @param input the input of its first state
    record Origin(
            Recorder recorder,
            Map<String, JsonNode> outerVariables,
            @Nullable MapItem mapItem,
            @Nullable ChildExecution child,
            VariableStore store,
            JsonNode input) {}

    /// A child execution of a distributed Map.
    ///
    /// @param label the label of its Map
    /// @param name its name within the Map Run
    /// @param input its input
    /// @param startedAt when it was started
    record ChildExecution(String label, String name, JsonNode input, Instant startedAt) {}

    State state() {
        return workflow.state(stateName);
    }

    int retryCount() {
        int count = 0;
        for (int used : retries) {
            count += used;
        }
        return count;
    }

    /// Moves on to a phase; callbacks of the phase before are void from now on.
    void become(Phase next) {
        phase = next;
        ticket++;
        context = null;
    }

    /// Sets variables of its own scope.
    ///
    /// @param values an object with one member per variable
    void assign(JsonNode values) {
        Map<String, JsonNode> own = new LinkedHashMap<>(ownVariables);
        values.properties().forEach(member -> {
            store.replace(own.get(member.getKey()), member.getValue());
            own.put(member.getKey(), member.getValue());
        });
        ownVariables = own;
        if (outerVariables.isEmpty()) {
            variables = own;
        } else {
            Map<String, JsonNode> all = new LinkedHashMap<>(outerVariables);
            all.putAll(own);
            variables = all;
        }
    }
}
