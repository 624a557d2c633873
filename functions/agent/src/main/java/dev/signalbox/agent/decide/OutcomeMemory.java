package dev.signalbox.agent.decide;

import dev.signalbox.agent.planner.search.ExpectedGain;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.MetaFeatures;
import dev.signalbox.contract.decision.OutcomeFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps in the ledger what a junction sees of candidates, and what came of the decision before: the memory
/// of later runs.
final class OutcomeMemory {
    private final StageEnvironment environment;
    private final Documents documents;

    OutcomeMemory(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    /// Appends one event for a junction with candidates, and nothing for another one or for a repeat.
    void remember(DecideRequest request, RunView view) {
        MetricName metric = view.data().metric();
        if (metric == null || view.candidates().isEmpty() || isKnown(request)) {
            return;
        }
        CandidateFact best = view.candidates().getFirst();
        environment
                .ledger()
                .append(
                        request.run().runId(),
                        new LedgerEvent.ModelsCompared(
                                request.decisionNumber(),
                                MetaFeatures.of(view.data()),
                                metric,
                                best.score().value(),
                                best.algorithm() == Algorithm.BLEND
                                        ? null
                                        : new CandidateSpec(best.candidateId(), best.algorithm(), best.parameters()),
                                outcome(request.decisions(), view, metric)));
    }

    private boolean isKnown(DecideRequest request) {
        return environment.ledger().entries(request.run().runId()).stream()
                .anyMatch(entry -> entry.event() instanceof LedgerEvent.ModelsCompared seen
                        && seen.decisionNumber() == request.decisionNumber());
    }

    private @Nullable OutcomeFact outcome(List<ArtifactRef> decisions, RunView view, MetricName metric) {
        if (decisions.isEmpty()) {
            return null;
        }
        Decision last = documents.read(decisions.getLast(), Decision.class);
        if (!(last.action() instanceof Action.TrainMore) && !(last.action() instanceof Action.Blend)) {
            return null;
        }
        RunView before = documents.read(last.view(), RunView.class);
        if (before.candidates().isEmpty()) {
            return null;
        }
        return new OutcomeFact(
                last.decisionId(),
                last.action().type(),
                ExpectedGain.of(last.action(), before),
                metric.gain(
                        view.candidates().getFirst().score().value(),
                        before.candidates().getFirst().score().value()));
    }
}
