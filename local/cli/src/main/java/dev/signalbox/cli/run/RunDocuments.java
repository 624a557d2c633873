package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.cli.workspace.FileUris;
import dev.signalbox.cli.workspace.SqliteTaskTokens;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Makes the document of a run out of its execution's result and the artifacts that it names.
public final class RunDocuments {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final String LOOK =
            "See signalbox show and the workspace's logs/stages.jsonl; then run again: finished stages are not repeated.";

    private final LocalRuns runs;
    private final StageEnvironment environment;
    private final SqliteTaskTokens approvals;
    private final Documents documents;

    /// Over the stores that the run wrote to.
    public RunDocuments(LocalRuns runs) {
        this.runs = runs;
        this.environment = runs.environment();
        this.approvals = runs.taskTokens();
        this.documents = new Documents(environment.artifacts());
    }

    /// The document.
    ///
    /// @param pipeline the pipeline's name
    /// @param seconds that the run took
    public RunDocument of(String pipeline, ExecutionResult result, double seconds) {
        JsonNode output = result.output() == null ? ContractJson.LENIENT.createObjectNode() : result.output();
        Outcome outcome = outcome(result, output);
        RunDocument.Failure error = error(result, output);
        return new RunDocument(
                result.executionName(),
                pipeline,
                outcome,
                reason(result, output, error),
                champion(pipeline),
                challenger(result.executionName(), output),
                decisions(output),
                read(output, "rows", RowCounts.class).orElse(null),
                findings(output),
                Visits.of(result.history()),
                seconds,
                read(output, "report", ArtifactRef.class)
                        .map(ref -> FileUris.path(ref.uri()).toString())
                        .orElse(null),
                outcome == Outcome.AWAITING_APPROVAL ? question(result.executionName()) : null,
                error,
                reportError(result.executionName(), output),
                new SetAside(environment).of(result.history()));
    }

    private static Outcome outcome(ExecutionResult result, JsonNode output) {
        return switch (result.status()) {
            case SUCCEEDED -> read(output, "outcome", Outcome.class).orElse(Outcome.FAILED);
            case SUSPENDED -> Outcome.AWAITING_APPROVAL;
            case FAILED, TIMED_OUT, ABORTED, RUNNING -> Outcome.FAILED;
        };
    }

    private static String reason(ExecutionResult result, JsonNode output, RunDocument.@Nullable Failure error) {
        if (result.status() == ExecutionStatus.SUSPENDED) {
            return "A person has to answer first.";
        }
        String fallback = error == null ? "" : error.message();
        return output.path("reason").asText(fallback);
    }

    private static RunDocument.@Nullable Failure error(ExecutionResult result, JsonNode output) {
        if (output.path("failure").isObject()) {
            JsonNode failure = output.path("failure");
            return failure(failure, LOOK);
        }
        boolean failed = result.status() != ExecutionStatus.SUCCEEDED && result.status() != ExecutionStatus.SUSPENDED;
        return failed ? failure(String.valueOf(result.error()), String.valueOf(result.cause()), LOOK) : null;
    }

    private RunDocument.@Nullable Failure reportError(String runId, JsonNode output) {
        JsonNode failure = output.path("reportFailure");
        if (!failure.isObject()) {
            return null;
        }
        RunDocument.Failure said = failure(failure, "");
        String next = runs.command("report " + runId) + " writes it.";
        return new RunDocument.Failure(
                said.type(), said.message(), said.hint().isEmpty() ? next : said.hint() + " Then " + next);
    }

    private static RunDocument.Failure failure(JsonNode fact, String otherwise) {
        return failure(fact.path("error").asText(), fact.path("message").asText(), otherwise);
    }

    private static RunDocument.Failure failure(String error, String text, String otherwise) {
        String hint = StageFailure.hintOf(text);
        return new RunDocument.Failure(
                error.substring(error.lastIndexOf('.') + 1),
                StageFailure.messageOf(text),
                hint.isEmpty() ? otherwise : hint);
    }

    private RunDocument.@Nullable Model champion(String pipeline) {
        return environment.ledger().champion(pipeline).map(RunDocuments::model).orElse(null);
    }

    private static RunDocument.Model model(ModelVersion version) {
        return new RunDocument.Model(
                version.candidate().candidateId(),
                version.candidate().algorithm().id(),
                version.version(),
                version.runId(),
                version.metric(),
                version.metrics());
    }

    private RunDocument.@Nullable Model challenger(String runId, JsonNode output) {
        Optional<CandidateRef> candidate = read(output, "challenger", CandidateRef.class);
        Optional<ArtifactRef> gate = read(output, "gate", ArtifactRef.class);
        if (candidate.isEmpty() || gate.isEmpty()) {
            return null;
        }
        GateReport report = documents.read(gate.get(), GateReport.class);
        return new RunDocument.Model(
                candidate.get().candidateId(),
                candidate.get().algorithm().id(),
                null,
                runId,
                report.metric(),
                report.challenger());
    }

    private List<RunDocument.Choice> decisions(JsonNode output) {
        return StreamSupport.stream(output.path("decisions").spliterator(), false)
                .map(ref -> documents.read(convert(ref, ArtifactRef.class), Decision.class))
                .map(RunDocuments::choice)
                .toList();
    }

    private static RunDocument.Choice choice(Decision decision) {
        boolean proposed = !decision.attempts().isEmpty() && !decision.safeDefault();
        return new RunDocument.Choice(
                decision.decisionId(),
                decision.situation().id(),
                decision.action(),
                proposed
                        ? decision.attempts().getLast().proposal().rationale()
                        : "Every proposal was denied; the safe default was taken.",
                proposed ? decision.attempts().getLast().proposal().planner() : "safe default",
                decision.safeDefault());
    }

    private List<RunDocument.Noticed> findings(JsonNode output) {
        List<Finding> ofData = read(output, "findings", ArtifactRef.class)
                .map(ref -> documents.read(ref, FINDINGS))
                .orElse(List.of());
        List<Finding> ofModels = read(output, "evaluation", ArtifactRef.class)
                .map(this::findingsOf)
                .orElse(List.of());
        return Stream.concat(ofData.stream(), ofModels.stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .map(finding -> new RunDocument.Noticed(
                        finding.code().id(), finding.severity(), finding.column(), finding.message()))
                .toList();
    }

    private RunDocument.@Nullable Question question(String runId) {
        return approvals.pending(runId).stream()
                .findFirst()
                .map(pending -> new RunDocument.Question(
                        pending.question(),
                        pending.options(),
                        pending.expiresAt().toString()))
                .orElse(null);
    }

    private static <T> Optional<T> read(JsonNode output, String member, Class<T> type) {
        JsonNode value = output.path(member);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(convert(value, type));
    }

    static <T> T convert(JsonNode value, Class<T> type) {
        try {
            return ContractJson.LENIENT.treeToValue(value, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnexpectedFailure(
                    "The run's output does not have the expected shape: " + e.getOriginalMessage() + ".",
                    "Report this defect.",
                    e);
        }
    }

    /// What was decided is told without them where the file is gone; the report says that it is.
    private List<Finding> findingsOf(ArtifactRef evaluation) {
        try {
            return documents.read(evaluation, Evaluation.class).findings();
        } catch (ArtifactDamaged | InvalidInput _) {
            return List.of();
        }
    }
}
