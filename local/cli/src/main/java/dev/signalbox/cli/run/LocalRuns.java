package dev.signalbox.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.durable.Checkpoints;
import dev.signalbox.asl.history.HistoryEvent;
import dev.signalbox.asl.history.HistoryListener;
import dev.signalbox.cli.audit.RunAudit;
import dev.signalbox.cli.host.FunctionHost;
import dev.signalbox.cli.workspace.FileArtifactStore;
import dev.signalbox.cli.workspace.FileLog;
import dev.signalbox.cli.workspace.FilePipelines;
import dev.signalbox.cli.workspace.SqliteLedger;
import dev.signalbox.cli.workspace.SqliteTaskTokens;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.stage.RunRequest;
import dev.signalbox.runtime.StageEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Starts and continues runs in a workspace. Holds the workspace's databases open until it is closed.
public final class LocalRuns implements AutoCloseable {
    private final Workspace workspace;
    private final SqliteLedger ledger;
    private final Installation installation;
    private final SqliteTaskTokens taskTokens;
    private final Checkpoints checkpoints;
    private final StageEnvironment environment;
    private final FunctionHost host;

    /// @param workspace an existing one
    public LocalRuns(Workspace workspace, Installation installation) {
        this.workspace = workspace;
        this.installation = installation;
        Clock clock = Clock.systemUTC();
        this.taskTokens = new SqliteTaskTokens(workspace.ledger(), clock);
        this.checkpoints = Checkpoints.sqlite(workspace.executions());
        this.ledger = new SqliteLedger(workspace.ledger(), clock);
        FileLog log = new FileLog(workspace.logs());
        this.environment = new StageEnvironment(
                new FileArtifactStore(workspace.artifacts()),
                ledger,
                new FilePipelines(workspace.root().resolve("pipelines")),
                taskTokens,
                log,
                clock,
                log,
                installation.codeVersion(),
                workspace.scratch(),
                0);
        this.host = new FunctionHost(environment);
    }

    /// Runs a request until it has ended or waits for a person.
    public ExecutionResult start(String runId, RunRequest request, HistoryListener listener) {
        JsonNode input = ContractJson.LENIENT.valueToTree(request);
        return engine(listener).start(installation.machine(), runId, input);
    }

    /// Goes on with a run from where it stands; an ended one is answered with its result.
    public ExecutionResult resume(String runId, HistoryListener listener) {
        return engine(listener).resume(installation.machine(), runId);
    }

    /// What the stages are given.
    public StageEnvironment environment() {
        return environment;
    }

    /// The functions by name.
    public FunctionHost host() {
        return host;
    }

    /// Questions that runs wait on.
    public SqliteTaskTokens taskTokens() {
        return taskTokens;
    }

    /// A command as a person can type it in this folder: with the workspace where it is another than the one
    /// here.
    ///
    /// @param words such as `resume` and a run's id
    public String command(String words) {
        return "signalbox " + words + workspace.option();
    }

    /// Checks a run's ledger and artifacts against what was written.
    ///
    /// @param expectedHead a hash of the chain's last entry that was kept elsewhere; null where none was
    public RunAudit verify(String runId, @Nullable String expectedHead) {
        List<JsonNode> executed = checkpoints
                .find(runId)
                .map(stored ->
                        stored.events().stream().map(HistoryEvent::details).toList())
                .orElse(List.of());
        return RunAudit.of(ledger, workspace.artifacts(), runId, executed, expectedHead);
    }

    /// What the state machine answered at the end of a run; empty while it runs or waits, and where it
    /// failed.
    public Optional<JsonNode> output(String runId) {
        return checkpoints.find(runId).map(stored -> stored.outcome().output());
    }

    /// What the gate wrote in a run, also where the run waits since; empty while the holdout is closed.
    Optional<ArtifactRef> gate(String runId) {
        return checkpoints.find(runId).stream()
                .flatMap(stored -> stored.events().stream())
                .filter(event -> "Gate".equals(event.name()))
                .map(event -> event.details().path("output").path("gate"))
                .filter(JsonNode::isObject)
                .map(ref -> RunDocuments.convert(ref, ArtifactRef.class))
                .reduce((_, later) -> later);
    }

    /// Where the spans of a run's decisions are.
    Path traces(String runId) {
        return workspace.logs().resolve("traces").resolve(runId + ".jsonl");
    }

    @Override
    public void close() {
        checkpoints.close();
        environment.ledger().close();
        taskTokens.close();
        environment.artifacts().close();
    }

    /// Fails at once where the workspace cannot be used, which a state machine would try again for a while.
    private Engine engine(HistoryListener listener) {
        environment.ledger().runs(null, 1);
        return Engine.builder()
                .functions(host)
                .tokens(new AnsweredTasks(taskTokens))
                .checkpoints(checkpoints)
                .listener(listener)
                .build();
    }
}
