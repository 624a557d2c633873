package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.asl.DefinitionChangedException;
import dev.signalbox.asl.EngineSettings;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.asl.WaitingTask;
import dev.signalbox.asl.durable.Checkpoints;
import dev.signalbox.asl.durable.StoredExecution;
import dev.signalbox.asl.durable.StoredExecution.Outcome;
import dev.signalbox.asl.expression.ExpressionEnvironment;
import dev.signalbox.asl.history.EventType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Starts and resumes executions, each on the thread that asks for it.
public final class ExecutionRunner {

    private final EngineSettings settings;
    private final Workers workers;
    private final Map<String, Live> live = new ConcurrentHashMap<>();

    /// @param settings what the engine is made of
    public ExecutionRunner(EngineSettings settings) {
        this.settings = settings;
        this.workers = new Workers(settings.workers());
    }

    /// An execution that runs now.
    ///
    /// @param execution its state
    /// @param interpreter what takes it on
    private record Live(Execution execution, Interpreter interpreter) {}

    /// See [dev.signalbox.asl.Engine#start].
    public ExecutionResult start(StateMachine machine, String executionName, JsonNode input) {
        String sha256 = settings.checkpoints().durable() ? machine.sha256() : "";
        var header = new StoredExecution.Header(
                executionName, machine.name(), sha256, input, settings.clock().now());
        try (Checkpoints.Journal journal = settings.checkpoints().create(header)) {
            Live started = live(machine, journal);
            begin(started);
            return run(started);
        }
    }

    /// See [dev.signalbox.asl.Engine#resume].
    public ExecutionResult resume(StateMachine machine, String executionName) {
        try (Checkpoints.Journal journal = settings.checkpoints().open(executionName)) {
            StoredExecution stored = journal.stored();
            String startedWith = stored.header().definitionSha256();
            if (!startedWith.equals(machine.sha256())) {
                throw new DefinitionChangedException(executionName, startedWith, machine.sha256());
            }
            Outcome outcome = stored.outcome();
            if (outcome.status() != ExecutionStatus.RUNNING && outcome.status() != ExecutionStatus.SUSPENDED) {
                return result(stored.header(), outcome, stored, List.of());
            }
            Live resumed = live(machine, journal);
            if (stored.strands().isEmpty()) {
                begin(resumed);
            } else {
                new Restoration(resumed.execution).restore(stored, resumed.interpreter);
            }
            return run(resumed);
        }
    }

    /// See [dev.signalbox.asl.Engine#abort].
    public boolean abort(String executionName, @Nullable String error, @Nullable String cause) {
        Live found = live.get(executionName);
        if (found == null) {
            return false;
        }
        Outcome outcome = new Outcome(ExecutionStatus.ABORTED, null, error, cause);
        found.execution.agenda.post(() -> stop(found, outcome, EventType.EXECUTION_ABORTED));
        return true;
    }

    private Live live(StateMachine machine, Checkpoints.Journal journal) {
        Execution execution = new Execution(settings, machine, journal);
        ContextObject contexts = new ContextObject(execution.header);
        Chance chance = Chance.of(settings.seed());
        Evaluator evaluator = new Evaluator(
                contexts, new ExpressionEnvironment(() -> settings.clock().now(), chance.random()));
        return new Live(execution, new Interpreter(execution, evaluator, contexts, workers, chance));
    }

    private static void begin(Live started) {
        Execution execution = started.execution;
        JsonNode input = execution.header.input();
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.set("input", input);
        details.put("roleArn", ContextObject.roleArn(execution.header.machineName()));
        execution.recorder.record(0, EventType.EXECUTION_STARTED, null, details);
        Strand.Origin origin = new Strand.Origin(execution.recorder, Map.of(), null, null, new VariableStore(), input);
        Strand strand = new Strand(1, null, 0, execution.machine.definition().workflow(), origin);
        execution.add(strand);
        if (PayloadSize.exceedsLimit(input)) {
            StateFailure failure = new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "The input of the execution has a size exceeding the maximum number of bytes service limit ("
                            + PayloadSize.LIMIT_BYTES + ").");
            started.interpreter.strandFailed(strand, failure);
            execution.commitIfDue();
        } else {
            started.interpreter.schedule(strand);
        }
    }

    private ExecutionResult run(Live running) {
        Execution execution = running.execution;
        String name = execution.header.executionName();
        TokenDesk tokens = running.interpreter.tasks().tokens();
        live.put(name, running);
        try {
            limit(running);
            execution.agenda.run(tokens, execution::commitIfDue);
            List<WaitingTask> waiting = tokens.waiting();
            if (execution.outcome().status() == ExecutionStatus.RUNNING) {
                execution.suspend();
            }
            return new ExecutionResult(
                    name,
                    execution.outcome().status(),
                    execution.outcome().output(),
                    execution.outcome().error(),
                    execution.outcome().cause(),
                    execution.recorder.events(),
                    waiting);
        } finally {
            live.remove(name);
            running.interpreter.tasks().cancelAll();
        }
    }

    private static void limit(Live running) {
        Execution execution = running.execution;
        execution
                .machine
                .definition()
                .timeoutSeconds()
                .ifPresent(seconds -> execution.agenda.at(
                        execution.header.startedAt().plusSeconds(seconds),
                        () -> stop(
                                running,
                                new Outcome(ExecutionStatus.TIMED_OUT, null, ErrorNames.TIMEOUT, null),
                                EventType.EXECUTION_TIMED_OUT)));
    }

    private static void stop(Live running, Outcome outcome, EventType type) {
        Execution execution = running.execution;
        if (execution.outcome().status() != ExecutionStatus.RUNNING) {
            return;
        }
        execution.end(outcome, 0, type, new StateFailure(outcome.error(), outcome.cause()).details());
    }

    private static ExecutionResult result(
            StoredExecution.Header header, Outcome outcome, StoredExecution stored, List<WaitingTask> waiting) {
        return new ExecutionResult(
                header.executionName(),
                outcome.status(),
                outcome.output(),
                outcome.error(),
                outcome.cause(),
                stored.events(),
                waiting);
    }
}
