package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.RunView;
import java.util.SortedMap;
import java.util.TreeMap;

/// When another round of training is worth its time, and how knobs are moved within their ranges.
final class Tuning {
    /// Fewer validation rows than this cannot tell what tuning gains from chance: with 1,000 rows the
    /// interval of an accuracy of 0.9 is ±0.02, more than a round of tuning usually brings. Cross-validated
    /// rows count alike, but where there are a thousand of them nothing is cross-validated any more. It also
    /// keeps a small run quick.
    static final long LEAST_VALID_ROWS = 1_000;

    private Tuning() {}

    static boolean isBoosted(CandidateFact candidate) {
        return candidate.algorithm() == Algorithm.XGBOOST || candidate.algorithm() == Algorithm.LIGHTGBM;
    }

    /// How much better the candidate is on rows that it learned from, in widths of its interval: 0 or less
    /// means none.
    static double gapInWidths(Leaderboard board, CandidateFact candidate) {
        double gap =
                board.metric().gain(candidate.trainScore(), candidate.score().value());
        double width = candidate.score().high() - candidate.score().low();
        return width <= 0 ? (gap > 0 ? Double.MAX_VALUE : 0) : gap / width;
    }

    /// Whether a round of that name was trained already; names are part of the ids of its candidates.
    static boolean wasTried(RunView view, String round) {
        return view.decisions().stream()
                .map(PastDecision::action)
                .filter(Action.TrainMore.class::isInstance)
                .flatMap(action -> ((Action.TrainMore) action).candidates().stream())
                .anyMatch(spec -> spec.candidateId().contains(round));
    }

    /// The candidate with some knobs turned; values outside a range move to its end.
    static CandidateSpec turned(CandidateFact from, String candidateId, SortedMap<Hyperparameter, Double> knobs) {
        SortedMap<Hyperparameter, Double> parameters = new TreeMap<>(from.parameters());
        knobs.forEach((name, value) -> {
            double bounded = Math.max(name.low(), Math.min(name.high(), value));
            parameters.put(name, name.whole() ? Math.rint(bounded) : bounded);
        });
        return new CandidateSpec(candidateId, from.algorithm(), parameters);
    }

    static double knob(CandidateFact candidate, Hyperparameter name, double otherwise) {
        Double value = candidate.parameters().get(name);
        return value == null ? otherwise : value;
    }
}
