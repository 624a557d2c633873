package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskInvoker;
import dev.signalbox.asl.clock.VirtualClock;
import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.definition.TaskResource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Has the work of Task states done, and waits for it.
final class TaskDesk {

    private static final long LONGEST_SECONDS = 99_999_999;

    private final Execution execution;
    private final Interpreter interpreter;
    private final Evaluator evaluator;
    private final Workers workers;
    private final TokenDesk tokens;
    private final Map<Strand, Future<?>> running = new HashMap<>();
    private final Map<Strand, Instant> beats = new HashMap<>();

    TaskDesk(Execution execution, Interpreter interpreter, Evaluator evaluator, Workers workers) {
        this.execution = execution;
        this.interpreter = interpreter;
        this.evaluator = evaluator;
        this.workers = workers;
        this.tokens = new TokenDesk(execution, this);
    }

    TokenDesk tokens() {
        return tokens;
    }

    /// Begins an attempt of a Task state.
    void call(Strand strand, State.Task task) throws StateFailure {
        String token = null;
        if (task.resource() instanceof TaskResource.Integration integration && integration.waitsForToken()) {
            token = execution
                    .settings
                    .tokenGenerator()
                    .next(execution.header.executionName(), strand.stateName, execution.nextToken());
        }
        OptionalLong none = OptionalLong.empty();
        strand.become(new Phase.Calling(new Phase.Call(strand.input, none, none, token), false));
        JsonNode arguments = task.arguments() == null
                ? strand.input
                : evaluator.value(strand, task.arguments(), Evaluator.Given.NOTHING);
        if (task.arguments() != null && PayloadSize.exceedsLimit(arguments)) {
            throw Interpreter.tooLarge(strand, "The arguments of the state '" + strand.stateName + "' came out");
        }
        OptionalLong timeout = evaluator.wholeNumber(strand, task.timeoutSeconds(), 1, LONGEST_SECONDS);
        OptionalLong heartbeat = evaluator.wholeNumber(strand, task.heartbeatSeconds(), 1, LONGEST_SECONDS);
        Phase.Call call = new Phase.Call(arguments, timeout, heartbeat, token);
        strand.become(new Phase.Calling(call, false));
        TaskEvents.scheduled(strand, task.resource(), call);
        execution.changed(strand);
        if (token != null) {
            // The token must be known before anyone can answer it.
            execution.commit();
        }
        interpreter.schedule(strand);
    }

    /// Has a call made; also once more after a crash.
    void dispatch(Strand strand, Phase.Calling calling) {
        State.Task task = (State.Task) strand.state();
        long ticket = strand.ticket;
        TaskInvoker invoker = execution.settings.tasks();
        TaskCall call = TaskAttempt.describe(
                execution.header.executionName(),
                strand,
                task,
                calling.call(),
                () -> execution.agenda.post(() -> beat(strand, ticket)));
        if (execution.settings.clock() instanceof VirtualClock) {
            started(strand, ticket);
            callVirtually(strand, ticket, invoker, call);
            return;
        }
        running.put(strand, workers.submit(() -> {
            execution.agenda.post(() -> started(strand, ticket));
            TaskAttempt attempt = TaskAttempt.make(invoker, call);
            execution.agenda.post(() -> finished(strand, ticket, attempt));
        }));
    }

    private void callVirtually(Strand strand, long ticket, TaskInvoker invoker, TaskCall call) {
        Duration takes = invoker.virtualDuration(call);
        TaskAttempt attempt = TaskAttempt.make(invoker, call);
        if (takes.isZero()) {
            finished(strand, ticket, attempt);
        } else {
            execution.agenda.at(execution.now().plus(takes), () -> finished(strand, ticket, attempt));
        }
    }

    private void started(Strand strand, long ticket) {
        if (!current(strand, ticket) || !(strand.phase instanceof Phase.Calling calling)) {
            return;
        }
        if (!calling.started()) {
            TaskEvents.started(strand, ((State.Task) strand.state()).resource());
            strand.phase = new Phase.Calling(calling.call(), true);
            execution.changed(strand);
        }
        Instant now = execution.now();
        beats.put(strand, now);
        calling.call()
                .timeoutSeconds()
                .ifPresent(seconds -> execution.agenda.at(
                        now.plusSeconds(seconds), () -> timedOut(strand, ticket, StateFailure.timedOut())));
        calling.call()
                .heartbeatSeconds()
                .ifPresent(seconds ->
                        execution.agenda.at(now.plusSeconds(seconds), () -> checkPulse(strand, ticket, seconds)));
    }

    private void beat(Strand strand, long ticket) {
        if (current(strand, ticket)) {
            beats.put(strand, execution.now());
        }
    }

    private void checkPulse(Strand strand, long ticket, long seconds) {
        if (!current(strand, ticket)) {
            return;
        }
        Instant due = beats.getOrDefault(strand, Instant.EPOCH).plusSeconds(seconds);
        if (due.isAfter(execution.now())) {
            execution.agenda.at(due, () -> checkPulse(strand, ticket, seconds));
        } else {
            timedOut(strand, ticket, StateFailure.heartbeatMissed());
        }
    }

    private void timedOut(Strand strand, long ticket, StateFailure failure) {
        if (current(strand, ticket)) {
            cancel(strand);
            fail(strand, failure);
        }
    }

    private void finished(Strand strand, long ticket, TaskAttempt attempt) {
        if (!current(strand, ticket) || !(strand.phase instanceof Phase.Calling calling)) {
            return;
        }
        running.remove(strand);
        if (attempt.failure() != null) {
            fail(strand, attempt.failure());
        } else if (calling.call().token() == null) {
            succeed(strand, attempt.output());
        } else {
            JsonNode output = attempt.output();
            TaskEvents.submitted(
                    strand,
                    ((State.Task) strand.state()).resource(),
                    output == null ? JsonNodeFactory.instance.nullNode() : output);
            strand.become(new Phase.AwaitingToken(calling.call(), beats.getOrDefault(strand, execution.now())));
            execution.changed(strand);
            execution.checkpoint();
            interpreter.schedule(strand);
        }
    }

    /// Waits for the answer to a task token.
    void await(Strand strand, Phase.AwaitingToken awaiting) {
        tokens.await(strand, awaiting);
    }

    /// A task answered.
    void succeed(Strand strand, @Nullable JsonNode answer) {
        JsonNode output = answer == null ? JsonNodeFactory.instance.nullNode() : answer;
        State.Task task = (State.Task) strand.state();
        beats.remove(strand);
        if (PayloadSize.exceedsLimit(output)) {
            fail(strand, resultTooLarge(task.resource()));
            return;
        }
        TaskEvents.succeeded(strand, task.resource(), output);
        try {
            interpreter.complete(strand, task.completion(), output, Evaluator.Given.result(output));
        } catch (StateFailure failure) {
            interpreter.failed(strand, failure);
        }
    }

    private static StateFailure resultTooLarge(TaskResource resource) {
        String name =
                resource instanceof TaskResource.Integration integration ? integration.resourceType() : resource.text();
        return Interpreter.resultTooLarge(name);
    }

    /// A task failed.
    void fail(Strand strand, StateFailure failure) {
        beats.remove(strand);
        TaskEvents.failed(strand, ((State.Task) strand.state()).resource(), failure);
        interpreter.failed(strand, failure);
    }

    /// Stops the work for a strand, as far as it lets itself be interrupted.
    void cancel(Strand strand) {
        beats.remove(strand);
        Future<?> work = running.remove(strand);
        if (work != null) {
            work.cancel(true);
        }
    }

    /// Stops all work.
    void cancelAll() {
        running.values().forEach(work -> work.cancel(true));
        running.clear();
    }

    private static boolean current(Strand strand, long ticket) {
        return strand.alive && strand.ticket == ticket;
    }
}
