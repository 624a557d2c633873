package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.durable.StoredExecution.Outcome;
import dev.signalbox.asl.expression.JsonType;
import dev.signalbox.asl.expression.Template;
import dev.signalbox.asl.history.EventType;
import org.jspecify.annotations.Nullable;

/// Takes strands through their states.
final class Interpreter {

    private final Execution execution;
    private final Evaluator evaluator;
    private final TaskDesk tasks;
    private final FanOuts fanOuts;
    private final Pauses pauses;
    private final Faults faults;

    Interpreter(Execution execution, Evaluator evaluator, ContextObject contexts, Workers workers, Chance chance) {
        this.execution = execution;
        this.evaluator = evaluator;
        this.tasks = new TaskDesk(execution, this, evaluator, workers);
        this.fanOuts = new FanOuts(execution, this, evaluator, contexts, new Aborts(execution, tasks));
        this.pauses = new Pauses(execution, this, evaluator);
        this.faults = new Faults(execution, this, chance);
    }

    TaskDesk tasks() {
        return tasks;
    }

    /// Puts a strand on the agenda, to do next what its phase says.
    void schedule(Strand strand) {
        long ticket = strand.ticket;
        switch (strand.phase) {
            case Phase.Ready ready -> execution.agenda.push(() -> enter(strand, ticket));
            case Phase.Waiting waiting -> execution.agenda.at(waiting.until(), () -> pauses.over(strand, ticket));
            case Phase.Retrying retrying -> execution.agenda.at(retrying.until(), () -> retry(strand, ticket));
            case Phase.Calling calling -> tasks.dispatch(strand, calling);
            case Phase.AwaitingToken awaiting -> tasks.await(strand, awaiting);
            case Phase.FanningOut fanningOut -> fanOuts.launch(strand);
        }
    }

    private void enter(Strand strand, long ticket) {
        if (!strand.alive || strand.ticket != ticket) {
            return;
        }
        if (strand.recorder.full()) {
            failed(strand, historyFull());
            return;
        }
        State state = strand.state();
        strand.enteredAt = execution.now();
        strand.beforeEnteredEventId = strand.lastEventId;
        strand.retries = state instanceof State.Fallible fallible
                ? new int[fallible.retriers().size()]
                : new int[0];
        strand.context = null;
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.set("input", strand.input);
        strand.enteredEventId =
                strand.recorder.record(strand, StateEvents.of(state).entered(), state.name(), details);
        attempt(strand, state);
    }

    private void retry(Strand strand, long ticket) {
        if (strand.alive && strand.ticket == ticket) {
            if (strand.recorder.full()) {
                failed(strand, historyFull());
            } else {
                attempt(strand, strand.state());
            }
        }
    }

    private static StateFailure historyFull() {
        return new StateFailure(
                ErrorNames.RUNTIME,
                "The execution reached the maximum number of history events (" + Recorder.LIMIT + ").");
    }

    private void attempt(Strand strand, State state) {
        try {
            switch (state) {
                case State.Pass pass -> complete(strand, pass.completion(), strand.input, Evaluator.Given.NOTHING);
                case State.Task task -> tasks.call(strand, task);
                case State.Choice choice -> choose(strand, choice);
                case State.Wait wait -> pauses.begin(strand, wait);
                case State.Succeed succeed -> succeed(strand, succeed);
                case State.Fail fail -> fail(strand, fail);
                case State.Parallel parallel -> fanOuts.branch(strand, parallel);
                case State.Map map -> fanOuts.iterate(strand, map);
            }
        } catch (StateFailure failure) {
            failed(strand, failure);
        }
    }

    private void choose(Strand strand, State.Choice choice) throws StateFailure {
        for (State.ChoiceRule rule : choice.rules()) {
            if (evaluator.value(strand, rule.condition(), JsonType.BOOLEAN).booleanValue()) {
                complete(strand, rule.completion(), strand.input, Evaluator.Given.NOTHING);
                return;
            }
        }
        if (choice.otherwise() == null) {
            throw new StateFailure(
                    ErrorNames.NO_CHOICE_MATCHED,
                    Evaluator.inState(strand, "No condition of a choice was true, and the state has no Default."));
        }
        complete(strand, choice.otherwise(), strand.input, Evaluator.Given.NOTHING);
    }

    private void succeed(Strand strand, State.Succeed succeed) throws StateFailure {
        complete(strand, new State.Completion(succeed.output(), null, null), strand.input, Evaluator.Given.NOTHING);
    }

    private void fail(Strand strand, State.Fail fail) throws StateFailure {
        throw new StateFailure(text(strand, fail.error()), text(strand, fail.cause()));
    }

    private @Nullable String text(Strand strand, @Nullable Template template) throws StateFailure {
        return template == null
                ? null
                : evaluator.value(strand, template, JsonType.STRING).textValue();
    }

    /// Ends the visit of a state with an output.
    ///
    /// @param plain the output where the completion has none of its own
    void complete(Strand strand, State.Completion completion, JsonNode plain, Evaluator.Given given)
            throws StateFailure {
        JsonNode output = completion.output() == null ? plain : evaluator.value(strand, completion.output(), given);
        JsonNode assigned = completion.assign() == null ? null : evaluator.value(strand, completion.assign(), given);
        boolean isNew = completion.output() != null || given.something();
        if (isNew && PayloadSize.exceedsLimit(output)) {
            throw resultTooLarge(strand.stateName);
        }
        if (assigned != null) {
            strand.store.check(strand, assigned);
        }
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.set("output", output);
        if (assigned != null) {
            details.set("assignedVariables", assigned);
            strand.assign(assigned);
        }
        strand.recorder.record(strand, StateEvents.exitOf(strand.state()), strand.stateName, details);
        move(strand, completion.next(), output);
    }

    /// The failure of a result or an output over 256 KiB, in AWS's words.
    ///
    /// @param name what gave it
    static StateFailure resultTooLarge(String name) {
        return new StateFailure(
                ErrorNames.DATA_LIMIT_EXCEEDED,
                "The state/task '" + name
                        + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    static StateFailure tooLarge(Strand strand, String what) {
        return new StateFailure(
                ErrorNames.DATA_LIMIT_EXCEEDED,
                Evaluator.inState(
                        strand,
                        what + " with a size exceeding the maximum number of bytes service limit ("
                                + PayloadSize.LIMIT_BYTES + ")."));
    }

    private void move(Strand strand, @Nullable String next, JsonNode output) {
        strand.fanOut = null;
        execution.checkpoint();
        if (next != null) {
            strand.stateName = next;
            strand.input = output;
            strand.become(Phase.Ready.NOW);
            execution.changed(strand);
            schedule(strand);
        } else if (strand.parent != null) {
            fanOuts.succeeded(strand.parent, strand, output);
        } else {
            Outcome outcome = new Outcome(ExecutionStatus.SUCCEEDED, output, null, null);
            ObjectNode details = JsonNodeFactory.instance.objectNode();
            details.set("output", output);
            execution.end(outcome, strand.lastEventId, EventType.EXECUTION_SUCCEEDED, details);
        }
    }

    /// A state failed: it is retried or caught, or its strand fails.
    void failed(Strand strand, StateFailure failure) {
        faults.handle(strand, failure, false);
    }

    /// A branch or iteration of a strand failed.
    void partFailed(Strand strand, StateFailure failure) {
        faults.handle(strand, failure, strand.state() instanceof State.Parallel);
    }

    /// A strand ends with an error.
    void strandFailed(Strand strand, StateFailure failure) {
        execution.checkpoint();
        if (strand.parent != null) {
            fanOuts.failed(strand.parent, strand, failure);
        } else {
            Outcome outcome = new Outcome(ExecutionStatus.FAILED, null, failure.error(), failure.causeText());
            execution.end(outcome, strand.lastEventId, EventType.EXECUTION_FAILED, failure.details());
        }
    }
}
