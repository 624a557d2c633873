package dev.signalbox.agent.view;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The best candidates as facts, best first. The best baseline is always among them: without it no score
/// means anything.
final class CandidateFacts {
    private static final int BYTES = 10_000;
    private static final int MOST = 20;
    private static final int MOST_CORRELATIONS = 8;

    private CandidateFacts() {}

    static List<CandidateFact> of(Evaluation evaluation) {
        List<CandidateEvaluation> all = evaluation.candidates();
        List<CandidateEvaluation> shown = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        CandidateFact baseline = all.stream()
                .filter(CandidateFacts::isBaseline)
                .findFirst()
                .filter(candidate -> !shown.contains(candidate))
                .map(candidate -> fact(candidate, evaluation))
                .orElse(null);
        List<CandidateFact> facts =
                shown.stream().map(candidate -> fact(candidate, evaluation)).toList();
        List<CandidateFact> fitting = new ArrayList<>(Bounded.front(BYTES, facts));
        if (baseline != null) {
            fitting.add(baseline);
        }
        return fitting;
    }

    private static boolean isBaseline(CandidateEvaluation candidate) {
        return candidate.algorithm() == Algorithm.BASELINE;
    }

    private static CandidateFact fact(CandidateEvaluation candidate, Evaluation evaluation) {
        MetricValue score = candidate.metrics().get(evaluation.metric());
        if (score == null) {
            throw new InvalidInput(
                    "evaluation.json has no " + evaluation.metric().id() + " for candidate " + candidate.candidateId()
                            + ", though that is its primary metric.",
                    "Run the pipeline again from Evaluate.");
        }
        return new CandidateFact(
                candidate.candidateId(),
                candidate.algorithm(),
                candidate.parameters(),
                Rounding.rounded(score),
                Rounding.rounded(candidate.trainScore()),
                Rounding.rounded(candidate.calibrationError()),
                nearest(candidate, evaluation),
                candidate.rounds(),
                candidate.stoppedEarly());
    }

    /// Correlations with the leading candidates alone: the others are not worth blending with.
    private static SortedMap<String, Double> nearest(CandidateEvaluation candidate, Evaluation evaluation) {
        SortedMap<String, Double> leading = new TreeMap<>();
        SortedMap<String, Double> known = candidate.errorCorrelations();
        evaluation.candidates().stream().limit(MOST_CORRELATIONS).forEach(other -> {
            Double correlation = known == null ? null : known.get(other.candidateId());
            if (correlation != null && Double.isFinite(correlation)) {
                leading.put(other.candidateId(), Rounding.rounded(correlation));
            }
        });
        return leading;
    }
}
