package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricValue;

/// A model whose interval reaches the baseline's value has shown nothing: the baseline does not look at the
/// features at all. Both stand on the same rows, so that their intervals may overlap although one is surely
/// better; the gate has the paired test. Several kinds of learner were tried by then, so that the fault is
/// more likely in the data than in the knobs. Source: Dwork et al., The reusable holdout, Science 349, 2015,
/// for why trying until one looks better is no cure.
final class RejectUnlearnable implements Rule {
    @Override
    public String name() {
        return "reject_unlearnable";
    }

    @Override
    public Consideration consider(RunView view) {
        return Leaderboard.of(view).map(this::consider).orElse(Consideration.rests());
    }

    private Consideration consider(Leaderboard board) {
        CandidateFact best = board.best();
        CandidateFact baseline = board.baseline();
        if (baseline == null || !board.hasLearner() || !isNoBetter(board, best, baseline)) {
            return Consideration.rests();
        }
        String reason = "No model is clearly better than the baseline, which ignores every feature: best "
                + Wording.score(board.metric(), best.score()) + ", baseline "
                + Wording.score(board.metric(), baseline.score()) + " on " + board.rows() + ".";
        return Consideration.fires(
                new Action.Reject(Findings.reason(reason)),
                reason + " What the features say about the target is too little, or there are too few rows to see it.",
                board.scoreOf(best),
                board.scoreOf(baseline));
    }

    private static boolean isNoBetter(Leaderboard board, CandidateFact best, CandidateFact baseline) {
        return best.algorithm() == Algorithm.BASELINE
                || reaches(best.score(), baseline.score().value())
                || board.metric().gain(best.score().value(), baseline.score().value()) <= 0;
    }

    private static boolean reaches(MetricValue score, double value) {
        return score.low() <= value && value <= score.high();
    }
}
