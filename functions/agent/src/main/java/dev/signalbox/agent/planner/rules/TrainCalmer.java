package dev.signalbox.agent.planner.rules;

import static dev.signalbox.contract.action.Hyperparameter.COLUMN_SAMPLE;
import static dev.signalbox.contract.action.Hyperparameter.L2;
import static dev.signalbox.contract.action.Hyperparameter.LEARNING_RATE;
import static dev.signalbox.contract.action.Hyperparameter.LEAVES;
import static dev.signalbox.contract.action.Hyperparameter.MAX_DEPTH;
import static dev.signalbox.contract.action.Hyperparameter.MIN_LEAF_ROWS;
import static dev.signalbox.contract.action.Hyperparameter.ROUNDS;
import static dev.signalbox.contract.action.Hyperparameter.ROW_SAMPLE;

import dev.signalbox.agent.guardrail.DecisionIds;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Overfit: the best boosted model is better on the rows that it learned from by more than two widths of its
/// interval. Smaller trees, larger leaves, a slower pace and a stronger penalty trade what it memorised for
/// what it understood. Once a run. The bound follows the one-standard-error rule: half of such a gap won
/// back is a width, and less than a standard error (a quarter of a width) would not be worth it. Source:
/// Breiman et al., Classification and Regression Trees, 1984, section 3.4; Friedman, Stochastic gradient
/// boosting, 2002.
final class TrainCalmer implements Rule {
    private static final String ROUND = "calmer";
    private static final int CANDIDATES = 2;
    private static final double WIDTHS = 2;

    @Override
    public String name() {
        return "train_calmer";
    }

    @Override
    public Consideration consider(RunView view) {
        return Leaderboard.of(view).map(board -> consider(view, board)).orElse(Consideration.rests());
    }

    private Consideration consider(RunView view, Leaderboard board) {
        CandidateFact best = board.best();
        if (!Tuning.isBoosted(best) || Tuning.gapInWidths(board, best) <= WIDTHS || Tuning.wasTried(view, ROUND)) {
            return Consideration.rests();
        }
        Action.TrainMore action = calmer(best, DecisionIds.prefix(view) + ROUND);
        if (board.validRows() < Tuning.LEAST_VALID_ROWS) {
            return Consideration.rests(
                    action,
                    "More regularisation might generalise better, but " + board.rows()
                            + " could not tell the gain from chance.");
        }
        if (!Affordability.covers(view.budget(), CANDIDATES)) {
            return Consideration.rests(
                    action, "More regularisation might generalise better, but the budget does not cover it.");
        }
        return Consideration.fires(
                action,
                "The best model is much better on rows that it has seen (" + Wording.number(best.trainScore())
                        + ") than on others (" + Wording.score(board.metric(), best.score())
                        + "): it memorises. Two candidates get stronger regularisation.",
                board.scoreOf(best),
                board.trainScoreOf(best));
    }

    private static Action.TrainMore calmer(CandidateFact best, String id) {
        double depth = Tuning.knob(best, MAX_DEPTH, 6);
        SortedMap<Hyperparameter, Double> smaller = new TreeMap<>(Map.of(
                LEAVES,
                Tuning.knob(best, LEAVES, 31) / 2,
                MAX_DEPTH,
                depth == 0 ? 4 : Math.max(2, depth - 2),
                MIN_LEAF_ROWS,
                Tuning.knob(best, MIN_LEAF_ROWS, 20) * 2));
        SortedMap<Hyperparameter, Double> slower = new TreeMap<>(smaller);
        slower.put(LEARNING_RATE, Tuning.knob(best, LEARNING_RATE, 0.1) / 2);
        slower.put(ROUNDS, Tuning.knob(best, ROUNDS, 500) * 2);
        slower.put(ROW_SAMPLE, 0.8);
        slower.put(COLUMN_SAMPLE, 0.8);
        slower.put(L2, Math.max(1, Tuning.knob(best, L2, 1) * 10));
        return new Action.TrainMore(
                List.of(Tuning.turned(best, id + "-1", smaller), Tuning.turned(best, id + "-2", slower)));
    }
}
