package dev.signalbox.agent.planner.rules;

import static dev.signalbox.contract.action.Hyperparameter.LEAVES;
import static dev.signalbox.contract.action.Hyperparameter.MAX_DEPTH;
import static dev.signalbox.contract.action.Hyperparameter.ROUNDS;

import dev.signalbox.agent.guardrail.DecisionIds;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Underfit: the best boosted model is hardly better on the rows that it learned from than on others, and it
/// spent all its rounds while validation still improved. It has capacity to gain: more rounds, and more
/// rounds with larger trees. Once a run, and only where there are enough validation rows to see a gain.
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, sections 7.2
/// and 10.12.
final class TrainDeeper implements Rule {
    private static final String ROUND = "deeper";
    private static final int CANDIDATES = 2;

    @Override
    public String name() {
        return "train_deeper";
    }

    @Override
    public Consideration consider(RunView view) {
        return Leaderboard.of(view).map(board -> consider(view, board)).orElse(Consideration.rests());
    }

    private Consideration consider(RunView view, Leaderboard board) {
        CandidateFact best = board.best();
        boolean underfit = Tuning.isBoosted(best)
                && best.rounds() > 0
                && !best.stoppedEarly()
                && Tuning.gapInWidths(board, best) <= 1;
        if (!underfit || Tuning.wasTried(view, ROUND)) {
            return Consideration.rests();
        }
        Action.TrainMore action = deeper(best, DecisionIds.prefix(view) + ROUND);
        if (board.validRows() < Tuning.LEAST_VALID_ROWS) {
            return Consideration.rests(
                    action,
                    "More capacity might fit better, but " + board.rows() + " could not tell the gain from chance.");
        }
        if (!Affordability.covers(view.budget(), CANDIDATES)) {
            return Consideration.rests(action, "More capacity might fit better, but the budget does not cover it.");
        }
        return Consideration.fires(
                action,
                "The best model used all of its " + best.rounds() + " rounds and is hardly better on rows that it has"
                        + " seen (" + Wording.number(best.trainScore()) + ") than on others ("
                        + Wording.number(best.score().value()) + "): it can learn more. Two candidates get more"
                        + " capacity.",
                board.scoreOf(best),
                board.trainScoreOf(best));
    }

    private static Action.TrainMore deeper(CandidateFact best, String id) {
        double rounds = Math.max(best.rounds(), Tuning.knob(best, ROUNDS, 200)) * 3;
        double leaves = Tuning.knob(best, LEAVES, 31) * 2;
        double depth = Tuning.knob(best, MAX_DEPTH, 6);
        return new Action.TrainMore(List.of(
                Tuning.turned(best, id + "-1", new TreeMap<>(Map.of(ROUNDS, rounds))),
                Tuning.turned(
                        best,
                        id + "-2",
                        new TreeMap<>(Map.of(ROUNDS, rounds, LEAVES, leaves, MAX_DEPTH, depth == 0 ? 0 : depth + 2)))));
    }
}
