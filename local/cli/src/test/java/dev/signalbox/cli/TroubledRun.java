package dev.signalbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.TaskAnswer;
import dev.signalbox.asl.TaskCall;
import dev.signalbox.asl.TaskFailedException;
import dev.signalbox.asl.TaskInvoker;
import dev.signalbox.asl.clock.EngineClock;
import dev.signalbox.cli.run.Installation;
import dev.signalbox.cli.run.LocalRuns;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.RunRequest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A run over the real machine, stages and stores, in which a stage gets into trouble. The clock is virtual,
/// so that tries, limits and people's time cost none.
final class TroubledRun implements AutoCloseable {
    static final String RUN = "run-1";

    /// What happens where a stage is called.
    @FunctionalInterface
    interface Trouble {
        /// @param count of calls of this stage so far, this one included
        /// @param stage does its work
        JsonNode call(int count, TaskCall call, Stage stage) throws TaskFailedException, IOException;
    }

    /// A stage as it is.
    @FunctionalInterface
    interface Stage {
        JsonNode invoke(TaskCall call) throws TaskFailedException;
    }

    private final Path workspace;
    private final LocalRuns runs;
    private final EngineClock clock = EngineClock.virtual(Instant.parse("2026-01-01T00:00:00Z"));
    private final Map<String, Trouble> troubles = new HashMap<>();
    private final Map<String, Integer> slow = new HashMap<>();
    private final Map<String, TaskAnswer> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Function<JsonNode, HumanAnswer> person = question -> null;

    TroubledRun(Path workspace) {
        this.workspace = workspace;
        this.runs = new LocalRuns(new Workspace(workspace).create(), Installation.current());
    }

    TroubledRun in(String stage, Trouble trouble) {
        troubles.put(stage, trouble);
        return this;
    }

    /// The first so many calls of a stage take longer than it may.
    TroubledRun slow(String stage, int times) {
        slow.put(stage, times);
        return this;
    }

    /// Who answers, by the payload of AwaitApproval; null for silence.
    TroubledRun person(Function<JsonNode, HumanAnswer> answering) {
        this.person = answering;
        return this;
    }

    /// An answer to the question, with one of its options.
    static HumanAnswer answer(JsonNode question, boolean approved, String option) {
        return new HumanAnswer(
                question.path("subject").asText(),
                question.path("actionDigest").asText(),
                approved,
                option,
                "ada",
                null);
    }

    ExecutionResult run(Path data, PipelineConfig config) {
        JsonNode request = ContractJson.LENIENT.valueToTree(
                new RunRequest(config.name(), SourceRef.unpinned(FileUris.of(data)), null, config));
        Engine engine = Engine.builder()
                .clock(clock)
                .seed(7)
                .tasks(tasks())
                .tokens(token -> Optional.ofNullable(answers.get(token)))
                .build();
        return engine.start(Installation.current().machine(), RUN, request);
    }

    /// How often a stage was called.
    int calls(String stage) {
        return Math.toIntExact(calls.stream().filter(stage::equals).count());
    }

    /// What Triage decided, in order.
    List<Action> cures() {
        return decisions().stream().map(Decision::action).toList();
    }

    /// What Triage saw of each failure.
    List<FailureFact> failures() {
        Documents documents = new Documents(environment().artifacts());
        return decisions().stream()
                .map(decision -> documents.read(decision.view(), RunView.class).failure())
                .toList();
    }

    private List<Decision> decisions() {
        Documents documents = new Documents(environment().artifacts());
        return environment().ledger().entries(RUN).stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.DecisionMade.class::isInstance)
                .map(event -> documents.read(((LedgerEvent.DecisionMade) event).decision(), Decision.class))
                .filter(decision -> decision.situation() == Situation.FAILURE)
                .toList();
    }

    /// What people were told; empty where nobody was.
    String alerts() throws IOException {
        Path log = workspace.resolve("logs/alerts.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    StageEnvironment environment() {
        return runs.environment();
    }

    @Override
    public void close() {
        runs.close();
    }

    private TaskInvoker tasks() {
        return new TaskInvoker() {
            @Override
            public JsonNode invoke(TaskCall call) throws TaskFailedException {
                return call.wrapped(TroubledRun.this.invoke(call));
            }

            @Override
            public Duration virtualDuration(TaskCall call) {
                String stage = String.valueOf(call.functionName());
                return calls(stage) < slow.getOrDefault(stage, 0) ? Duration.ofHours(1) : Duration.ZERO;
            }
        };
    }

    private JsonNode invoke(TaskCall call) throws TaskFailedException {
        String stage = String.valueOf(call.functionName());
        calls.add(stage);
        Trouble trouble = troubles.getOrDefault(stage, (count, same, real) -> real.invoke(same));
        try {
            JsonNode answer = trouble.call(calls(stage), call, runs.host()::invoke);
            if (call.taskToken() != null) {
                HumanAnswer said = person.apply(call.payload());
                if (said != null) {
                    answers.put(
                            call.taskToken(),
                            new TaskAnswer.Success(ContractJson.LENIENT.valueToTree(said), clock.now()));
                }
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
