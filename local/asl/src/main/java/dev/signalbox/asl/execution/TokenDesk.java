package dev.signalbox.asl.execution;

import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.TaskTokens;
import dev.signalbox.asl.WaitingTask;
import dev.signalbox.asl.definition.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Waits for the answers to task tokens.
final class TokenDesk implements Agenda.Idler {

    private final Execution execution;
    private final TaskDesk tasks;

    TokenDesk(Execution execution, TaskDesk tasks) {
        this.execution = execution;
        this.tasks = tasks;
    }

    /// What a strand that waits has to go by.
    ///
    /// @param timeout when the task times out; empty when never
    /// @param silence when its heartbeats are missed; empty when none are expected
    private record Limits(Optional<Instant> timeout, Optional<Instant> silence) {

        Optional<Instant> first() {
            return timeout.isPresent() && silence.isPresent()
                    ? Optional.of(timeout.get().isBefore(silence.get()) ? timeout.get() : silence.get())
                    : timeout.or(() -> silence);
        }
    }

    void await(Strand strand, Phase.AwaitingToken awaiting) {
        long ticket = strand.ticket;
        limits(awaiting).first().ifPresent(time -> execution.agenda.at(time, () -> due(strand, ticket)));
    }

    private Limits limits(Phase.AwaitingToken awaiting) {
        Instant from = awaiting.startedAt();
        var call = awaiting.call();
        Optional<Instant> timeout = call.timeoutSeconds().isPresent()
                ? Optional.of(from.plusSeconds(call.timeoutSeconds().getAsLong()))
                : Optional.empty();
        Optional<Instant> silence = Optional.empty();
        if (call.heartbeatSeconds().isPresent() && call.token() != null) {
            Instant alive =
                    tokens().lastHeartbeat(call.token()).filter(from::isBefore).orElse(from);
            silence = Optional.of(alive.plusSeconds(call.heartbeatSeconds().getAsLong()));
        }
        return new Limits(timeout, silence);
    }

    private void due(Strand strand, long ticket) {
        if (!strand.alive || strand.ticket != ticket || !(strand.phase instanceof Phase.AwaitingToken awaiting)) {
            return;
        }
        if (answered(strand, awaiting)) {
            return;
        }
        Limits limits = limits(awaiting);
        Instant now = execution.now();
        if (limits.timeout.filter(time -> !time.isAfter(now)).isPresent()) {
            tasks.fail(strand, StateFailure.timedOut());
        } else if (limits.silence.filter(time -> !time.isAfter(now)).isPresent()) {
            tasks.fail(strand, StateFailure.heartbeatMissed());
        } else {
            await(strand, awaiting);
        }
    }

    /// Delivers the answer of a strand, if there is one in time.
    private boolean answered(Strand strand, Phase.AwaitingToken awaiting) {
        String token = awaiting.call().token();
        Optional<TaskAnswer> found = token == null ? Optional.empty() : tokens().answer(token);
        if (found.isEmpty()) {
            return false;
        }
        TaskAnswer answer = found.get();
        Optional<Instant> limit = limits(awaiting).first();
        if (limit.isPresent() && answer.answeredAt().isAfter(limit.get())) {
            return false;
        }
        switch (answer) {
            case TaskAnswer.Success success -> tasks.succeed(strand, success.output());
            case TaskAnswer.Failure failure -> tasks.fail(strand, new StateFailure(failure.error(), failure.cause()));
        }
        return true;
    }

    private TaskTokens tokens() {
        return execution.settings.tokens();
    }

    @Override
    public boolean lookForAnswers() {
        boolean any = false;
        for (Strand strand : List.copyOf(execution.strands())) {
            if (strand.alive && strand.phase instanceof Phase.AwaitingToken awaiting) {
                any |= answered(strand, awaiting);
            }
        }
        if (any) {
            execution.commitIfDue();
        }
        return any;
    }

    @Override
    public boolean awaitsAnswers() {
        return execution.strands().stream().anyMatch(strand -> strand.phase instanceof Phase.AwaitingToken);
    }

    /// With checkpoints, when every live branch waits for an answer; what else goes on (timers, tasks) is
    /// finished first.
    @Override
    public boolean parks() {
        return execution.durable()
                && awaitsAnswers()
                && execution.strands().stream()
                        .allMatch(strand -> strand.phase instanceof Phase.AwaitingToken
                                || strand.phase instanceof Phase.FanningOut);
    }

    /// The states that wait.
    List<WaitingTask> waiting() {
        List<WaitingTask> waiting = new ArrayList<>();
        for (Strand strand : execution.strands()) {
            if (strand.phase instanceof Phase.AwaitingToken awaiting && strand.state() instanceof State.Task task) {
                waiting.add(new WaitingTask(
                        task.name(),
                        String.valueOf(awaiting.call().token()),
                        limits(awaiting).first()));
            }
        }
        return waiting;
    }
}
