package dev.signalbox.agent.view;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.DataFacts;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.TriageRequest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.store.Ledger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the view out of the request, the artifacts that it names and the ledger. At most 32 KiB of JSON
/// whatever the size of the data: each part has its own share, the most telling facts come first and what
/// does not fit stays out.
public final class ViewBuilder {
    private static final int VERSION = 1;
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private final Documents documents;
    private final History history;

    /// @param artifacts where profile, findings, evaluation and decisions stand
    /// @param ledger champion and earlier runs
    public ViewBuilder(ArtifactStore artifacts, Ledger ledger) {
        this.documents = new Documents(artifacts);
        this.history = new History(ledger);
    }

    /// The view of a junction about data, models or drift.
    ///
    /// Raises [InvalidInput] for the situation `failure`, which is Triage's, and for artifacts of another
    /// shape.
    public RunView of(DecideRequest request, PipelineConfig config) {
        if (request.situation() == Situation.FAILURE) {
            throw new InvalidInput(
                    "Decide was asked about a failure.",
                    "Send failures to Triage; Decide takes data, models or drift.");
        }
        Evaluation evaluation =
                request.evaluation() == null ? null : documents.read(request.evaluation(), Evaluation.class);
        List<Decision> decisions = request.decisions().stream()
                .map(ref -> documents.read(ref, Decision.class))
                .toList();
        return new RunView(
                VERSION,
                request.situation(),
                request.run().pipeline(),
                BudgetSteps.coarse(request.budget(), config.budget()),
                dataFacts(request, evaluation),
                FindingFacts.of(findings(request, evaluation)),
                evaluation == null ? List.of() : CandidateFacts.of(evaluation),
                history.champion(request.run().pipeline(), evaluation == null ? null : evaluation.champion()),
                PastDecisions.of(decisions),
                PastDecisions.answers(request.answers()),
                null,
                history.memory(request.run()),
                HeldOver.of(history.halt(request.run().pipeline()), config, decisions, request.answers()));
    }

    /// The view after a failure. Nothing is read but the ledger: what failed may be the artifacts. The
    /// numbers of the data are 0 and its verdict is `unusable`, since nothing is known of it here. Answers
    /// are those to the question about this very failure.
    public RunView of(TriageRequest request, BudgetConfig limits) {
        RunRef run = request.run();
        String asking = "d" + (request.decisionNumber() - 1);
        List<HumanAnswer> answers = request.answers().stream()
                .filter(answer -> answer.subject().equals(asking))
                .toList();
        return new RunView(
                VERSION,
                Situation.FAILURE,
                run == null ? "none" : run.pipeline(),
                BudgetSteps.coarse(request.budget(), limits),
                new DataFacts(0, 0, 0, 0, 0, 0, 0, 0, 1, null, null, DataVerdict.UNUSABLE),
                List.of(),
                List.of(),
                null,
                List.of(),
                PastDecisions.answers(answers),
                FailureSteps.coarse(request.failure()),
                run == null ? List.of() : history.memory(run),
                HeldOver.of(
                        run == null ? null : history.halt(run.pipeline()),
                        request.approval(),
                        request.answers(),
                        asking));
    }

    /// What Validate noticed about the data, then what the later stages noticed.
    private List<Finding> findings(DecideRequest request, @Nullable Evaluation evaluation) {
        List<Finding> findings = documents.read(request.findings(), FINDINGS);
        return evaluation == null
                ? findings
                : Stream.concat(findings.stream(), evaluation.findings().stream())
                        .toList();
    }

    private DataFacts dataFacts(DecideRequest request, @Nullable Evaluation evaluation) {
        DatasetProfile profile = documents.read(request.profile(), DatasetProfile.class);
        var prepared = request.prepared();
        return new DataFacts(
                profile.rows(),
                profile.columns().size(),
                request.rows().rejected(),
                prepared == null ? 0 : prepared.trainRows(),
                prepared == null ? 0 : prepared.validRows(),
                prepared == null ? 0 : prepared.holdoutRows(),
                prepared == null ? 0 : Math.max(0, profile.columns().size() - 1),
                prepared == null ? 0 : prepared.classes().size(),
                Rounding.rounded(rarestClassShare(profile)),
                prepared == null ? profile.task() : prepared.task(),
                evaluation == null ? null : evaluation.metric(),
                request.verdict(),
                prepared == null || prepared.folds() == null
                        ? 0
                        : prepared.folds().count());
    }

    private static double rarestClassShare(DatasetProfile profile) {
        if (profile.task() == null || !profile.task().isClassification()) {
            return 1;
        }
        return profile.column(profile.target())
                .map(target -> {
                    double known = Math.max(1, profile.rows() - target.missing());
                    return target.top().stream()
                                    .mapToLong(ValueCount::count)
                                    .min()
                                    .orElse(0)
                            / known;
                })
                .orElse(1.0);
    }
}
