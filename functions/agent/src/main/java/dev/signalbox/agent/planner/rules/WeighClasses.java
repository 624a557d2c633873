package dev.signalbox.agent.planner.rules;

import dev.signalbox.agent.guardrail.DecisionIds;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.metric.MetricName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One class is much rarer than another: the best single learner once more, with rows weighed so that each class
/// counts alike. Once a run, and only where there are enough validation rows to see a gain. Metrics that count
/// rows alike are left alone: for them weights are a bias. Source: He and Garcia,
/// Learning from imbalanced data, IEEE Transactions on Knowledge and Data Engineering 21 (9), 2009.
final class WeighClasses implements Rule {
    private static final String ROUND = "weighed";

    @Override
    public String name() {
        return "weigh_classes";
    }

    @Override
    public Consideration consider(RunView view) {
        Optional<FindingFact> imbalance = view.findings().stream()
                .filter(finding -> finding.code() == FindingCode.CLASS_IMBALANCE)
                .findFirst();
        Optional<Leaderboard> board = Leaderboard.of(view);
        return imbalance.isEmpty() || board.isEmpty()
                ? Consideration.rests()
                : consider(view, board.get(), imbalance.get());
    }

    private static Consideration consider(RunView view, Leaderboard board, FindingFact imbalance) {
        CandidateFact best = board.all().stream()
                .filter(WeighClasses::isSingleLearner)
                .findFirst()
                .orElse(null);
        if (best == null || Tuning.wasTried(view, ROUND) || isWeighed(best) || isWeighedAlready(board, best)) {
            return Consideration.rests();
        }
        Action.TrainMore action = new Action.TrainMore(List.of(Tuning.turned(
                best, DecisionIds.prefix(view) + ROUND, new TreeMap<>(Map.of(Hyperparameter.BALANCED, 1.0)))));
        if (countsRowsAlike(board.metric())) {
            return Consideration.rests(
                    action,
                    "One class is rare, but " + Wording.name(board.metric())
                            + " counts rows alike, and so must what learns for it.");
        }
        if (board.validRows() < Tuning.LEAST_VALID_ROWS) {
            return Consideration.rests(
                    action,
                    "One class is rare and weights might help, but " + board.rows()
                            + " could not tell the gain from chance.");
        }
        if (!Affordability.covers(view.budget(), 1)) {
            return Consideration.rests(
                    action, "One class is rare and weights might help, but the budget does not cover it.");
        }
        return Consideration.fires(
                action,
                "The largest class has " + Wording.number(imbalance.evidence().getOrDefault("ratio", 0.0))
                        + " times the rows of the smallest. " + best.candidateId()
                        + " learned with all rows alike; one candidate weighs them so that each class counts alike.",
                board.scoreOf(best));
    }

    private static boolean countsRowsAlike(MetricName metric) {
        return switch (metric) {
            case LOG_LOSS, BRIER, ACCURACY -> true;
            case ROC_AUC, PR_AUC, BALANCED_ACCURACY, F1, RMSE, MAE, R2 -> false;
        };
    }

    private static boolean isSingleLearner(CandidateFact candidate) {
        return candidate.algorithm() != Algorithm.BASELINE && candidate.algorithm() != Algorithm.BLEND;
    }

    private static boolean isWeighed(CandidateFact candidate) {
        return Tuning.knob(candidate, Hyperparameter.BALANCED, 0) == 1;
    }

    private static boolean isWeighedAlready(Leaderboard board, CandidateFact best) {
        return board.all().stream().anyMatch(other -> other.algorithm() == best.algorithm() && isWeighed(other));
    }
}
