package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The candidates as the rules for models ask for them.
///
/// @param metric the primary metric
/// @param all best first, one at least
/// @param validRows rows that they were compared on; after a cross-validation all that are not held out, each
///     predicted by a model that did not see it
/// @param folds of the cross-validation; 0 for none
record Leaderboard(MetricName metric, List<CandidateFact> all, long validRows, int folds) {
    static Optional<Leaderboard> of(RunView view) {
        MetricName metric = view.data().metric();
        return metric == null || view.candidates().isEmpty()
                ? Optional.empty()
                : Optional.of(new Leaderboard(
                        metric,
                        view.candidates(),
                        view.data().validRows(),
                        view.data().folds()));
    }

    /// `69 validation rows`, or what they are after a cross-validation.
    String rows() {
        return validRows + (folds == 0 ? " validation rows" : " cross-validated rows");
    }

    CandidateFact best() {
        return all.getFirst();
    }

    @Nullable
    CandidateFact baseline() {
        return all.stream()
                .filter(candidate -> candidate.algorithm() == Algorithm.BASELINE)
                .findFirst()
                .orElse(null);
    }

    boolean hasLearner() {
        return all.stream().anyMatch(candidate -> candidate.algorithm() != Algorithm.BASELINE);
    }

    static boolean overlap(MetricValue a, MetricValue b) {
        return a.low() <= b.high() && b.low() <= a.high();
    }

    /// The score of a candidate as evidence.
    Evidence scoreOf(CandidateFact candidate) {
        return new Evidence(
                "/candidates/" + all.indexOf(candidate) + "/score/value",
                candidate.score().value());
    }

    /// The training score of a candidate as evidence.
    Evidence trainScoreOf(CandidateFact candidate) {
        return new Evidence("/candidates/" + all.indexOf(candidate) + "/trainScore", candidate.trainScore());
    }
}
