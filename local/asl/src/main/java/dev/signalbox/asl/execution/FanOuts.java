package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.definition.Workflow;
import dev.signalbox.asl.history.EventType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the branches of Parallel states and the iterations of Map states, and gathers what comes out.
final class FanOuts {

    private final Execution execution;
    private final Interpreter interpreter;
    private final Evaluator evaluator;
    private final ContextObject contexts;
    private final Aborts aborts;
    private final MapPlans plans;

    FanOuts(Execution execution, Interpreter interpreter, Evaluator evaluator, ContextObject contexts, Aborts aborts) {
        this.execution = execution;
        this.interpreter = interpreter;
        this.evaluator = evaluator;
        this.contexts = contexts;
        this.aborts = aborts;
        this.plans = new MapPlans(evaluator);
    }

    /// Begins an attempt of a Parallel state.
    void branch(Strand strand, State.Parallel parallel) throws StateFailure {
        JsonNode input = parallel.arguments() == null
                ? strand.input
                : evaluator.value(strand, parallel.arguments(), Evaluator.Given.NOTHING);
        if (parallel.arguments() != null && PayloadSize.exceedsLimit(input)) {
            throw Interpreter.tooLarge(strand, "The arguments of the state '" + strand.stateName + "' came out");
        }
        int count = parallel.branches().size();
        strand.recorder.record(strand, EventType.PARALLEL_STATE_STARTED, null, null);
        begin(strand, new FanOut.Plan(FanOut.Kind.BRANCHES, count, input, false, false, count, FanOut.Tolerance.NONE));
    }

    /// Begins an attempt of a Map state.
    void iterate(Strand strand, State.Map map) throws StateFailure {
        MapPlans.Items items = plans.items(strand, map);
        ObjectNode length = JsonNodeFactory.instance
                .objectNode()
                .put("length", items.array().size());
        strand.recorder.record(strand, EventType.MAP_STATE_STARTED, null, length);
        FanOut.Plan plan = plans.plan(strand, map, items);
        if (plan.kind() == FanOut.Kind.CHILD_EXECUTIONS) {
            ObjectNode run = JsonNodeFactory.instance
                    .objectNode()
                    .put("mapRunArn", contexts.mapRunArn(strand, map.mode().label(map.name())));
            strand.recorder.record(strand, EventType.MAP_RUN_STARTED, null, run);
        }
        begin(strand, plan);
    }

    private void begin(Strand strand, FanOut.Plan plan) {
        FanOut fanOut = new FanOut(plan, strand.lastEventId);
        strand.fanOut = fanOut;
        strand.become(Phase.FanningOut.NOW);
        execution.changed(strand);
        if (plan.total() == 0) {
            finish(strand, fanOut);
            return;
        }
        execution.keepPart(strand, -1, plan.material());
        execution.checkpoint();
        launch(strand);
    }

    /// Puts on the agenda that the next part starts, if there is one and it may.
    void launch(Strand strand) {
        FanOut fanOut = strand.fanOut;
        if (fanOut != null && fanOut.mayLaunch() && !fanOut.launching) {
            fanOut.launching = true;
            execution.agenda.push(() -> launchNext(strand, fanOut));
        }
    }

    private void launchNext(Strand strand, FanOut fanOut) {
        fanOut.launching = false;
        if (!strand.alive || strand.fanOut != fanOut || !fanOut.mayLaunch()) {
            return;
        }
        int ordinal = fanOut.next;
        JsonNode input;
        try {
            input = plans.input(strand, fanOut.plan, ordinal);
        } catch (StateFailure failure) {
            aborts.parts(strand, fanOut, strand.lastEventId);
            interpreter.failed(strand, failure);
            return;
        }
        fanOut.next++;
        Strand child = child(strand, fanOut, ordinal, input);
        child.lastEventId = fanOut.eventBefore(ordinal);
        if (fanOut.plan.kind() == FanOut.Kind.ITERATIONS) {
            child.recorder.record(child, EventType.MAP_ITERATION_STARTED, strand.stateName, Aborts.index(ordinal));
        }
        fanOut.live.put(ordinal, child);
        execution.add(child);
        execution.changed(strand);
        launch(strand);
        interpreter.schedule(child);
    }

    private Strand child(Strand strand, FanOut fanOut, int ordinal, JsonNode input) {
        Strand.Origin origin = origin(strand, fanOut.plan.kind(), input, fanOut.plan.item(ordinal), ordinal);
        return new Strand(execution.nextStrandId(), strand, ordinal, workflow(strand.state(), ordinal), origin);
    }

    private Strand.Origin origin(Strand strand, FanOut.Kind kind, JsonNode input, @Nullable MapItem item, int ordinal) {
        if (kind == FanOut.Kind.CHILD_EXECUTIONS) {
            String name = execution.header.executionName() + "-" + strand.stateName + "-" + ordinal;
            String label = ((State.Map) strand.state()).mode().label(strand.stateName);
            Strand.ChildExecution child = new Strand.ChildExecution(label, name, input, execution.now());
            return new Strand.Origin(strand.recorder.silenced(), Map.of(), item, child, new VariableStore(), input);
        }
        MapItem inside = item == null ? strand.mapItem : item;
        return new Strand.Origin(strand.recorder, strand.variables, inside, strand.child, strand.store, input);
    }

    /// What a part of a state runs.
    static Workflow workflow(State state, int ordinal) {
        return switch (state) {
            case State.Parallel parallel -> parallel.branches().get(ordinal);
            case State.Map map -> map.processor();
            case State.Pass s -> throw notFanned(s);
            case State.Task s -> throw notFanned(s);
            case State.Choice s -> throw notFanned(s);
            case State.Wait s -> throw notFanned(s);
            case State.Succeed s -> throw notFanned(s);
            case State.Fail s -> throw notFanned(s);
        };
    }

    private static IllegalStateException notFanned(State state) {
        return new IllegalStateException("the state '" + state.name() + "' has neither branches nor iterations");
    }

    /// A part of the Map or Parallel of a whole ended with an output.
    void succeeded(Strand whole, Strand part, JsonNode output) {
        FanOut fanOut = fanOut(whole);
        fanOut.results[part.ordinal] = output;
        execution.keepPart(whole, part.ordinal, output);
        over(whole, fanOut, part);
        fanOut.freedEventId = part.lastEventId;
        switch (fanOut.plan.kind()) {
            case BRANCHES -> whole.lastEventId = part.lastEventId;
            case ITERATIONS ->
                whole.lastEventId = whole.recorder.record(
                        part.lastEventId,
                        EventType.MAP_ITERATION_SUCCEEDED,
                        whole.stateName,
                        Aborts.index(part.ordinal));
            case CHILD_EXECUTIONS -> {}
        }
        goOn(whole, fanOut);
    }

    /// A part of the Map or Parallel of a whole ended with an error.
    void failed(Strand whole, Strand part, StateFailure failure) {
        FanOut fanOut = fanOut(whole);
        over(whole, fanOut, part);
        switch (fanOut.plan.kind()) {
            case BRANCHES -> {
                Aborts.failedIn(part);
                stop(whole, fanOut, part, failure);
            }
            case ITERATIONS -> {
                whole.recorder.record(
                        part.lastEventId, EventType.MAP_ITERATION_FAILED, whole.stateName, Aborts.index(part.ordinal));
                Aborts.failedIn(part);
                stop(whole, fanOut, part, failure);
            }
            case CHILD_EXECUTIONS -> tolerate(whole, fanOut, part);
        }
    }

    private void stop(Strand strand, FanOut fanOut, Strand part, StateFailure failure) {
        aborts.parts(strand, fanOut, part.lastEventId);
        strand.lastEventId = part.lastEventId;
        interpreter.partFailed(strand, failure);
    }

    private void tolerate(Strand strand, FanOut fanOut, Strand part) {
        fanOut.failedItems += fanOut.plan.itemsIn(part.ordinal);
        if (!fanOut.plan.tolerance().exceeded(fanOut.failedItems, fanOut.plan.items())) {
            goOn(strand, fanOut);
            return;
        }
        aborts.parts(strand, fanOut, strand.lastEventId);
        StateFailure failure = new StateFailure(
                ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                "The specified tolerated failure threshold was exceeded");
        strand.recorder.record(strand, EventType.MAP_RUN_FAILED, null, failure.details());
        interpreter.failed(strand, failure);
    }

    private void over(Strand strand, FanOut fanOut, Strand part) {
        fanOut.live.remove(part.ordinal);
        execution.remove(part);
        execution.changed(strand);
        execution.checkpoint();
    }

    private void goOn(Strand strand, FanOut fanOut) {
        if (fanOut.done()) {
            finish(strand, fanOut);
        } else {
            launch(strand);
        }
    }

    private void finish(Strand strand, FanOut fanOut) {
        long last = strand.lastEventId;
        switch (fanOut.plan.kind()) {
            case BRANCHES -> strand.recorder.record(last, EventType.PARALLEL_STATE_SUCCEEDED, null, null);
            case ITERATIONS -> strand.recorder.record(last, EventType.MAP_STATE_SUCCEEDED, null, null);
            case CHILD_EXECUTIONS -> {
                long run = strand.recorder.record(last, EventType.MAP_RUN_SUCCEEDED, null, null);
                strand.recorder.record(run, EventType.MAP_STATE_SUCCEEDED, null, null);
            }
        }
        execution.forgetParts(strand);
        JsonNode result = fanOut.result();
        State.Completion completion = ((State.Fallible) strand.state()).completion();
        try {
            interpreter.complete(strand, completion, result, Evaluator.Given.result(result));
        } catch (StateFailure failure) {
            interpreter.failed(strand, failure);
        }
    }

    private FanOut fanOut(Strand strand) {
        if (strand.fanOut == null) {
            throw new IllegalStateException("the state '" + strand.stateName + "' has no parts under way");
        }
        return strand.fanOut;
    }
}
