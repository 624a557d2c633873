package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.ChampionFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/// When the champion is clearly better on the same validation rows (the intervals do not touch), the holdout
/// is not opened: it would be spent on a question that is already answered.
final class RejectBehindChampion implements Rule {
    @Override
    public String name() {
        return "reject_behind_champion";
    }

    @Override
    public Consideration consider(RunView view) {
        ChampionFact champion = view.champion();
        return Leaderboard.of(view)
                .filter(board -> champion != null && champion.validScore() != null)
                .map(board -> consider(board, champion))
                .orElse(Consideration.rests());
    }

    private static Consideration consider(Leaderboard board, @Nullable ChampionFact champion) {
        MetricValue standing = champion == null ? null : champion.validScore();
        CandidateFact best = board.best();
        if (standing == null
                || champion == null
                || Leaderboard.overlap(best.score(), standing)
                || board.metric().gain(best.score().value(), standing.value()) >= 0) {
            return Consideration.rests();
        }
        String reason = "The champion, version " + champion.version() + ", is clearly better on the same validation"
                + " rows: " + Wording.score(board.metric(), standing) + " against "
                + Wording.score(board.metric(), best.score()) + " of the best candidate.";
        return Consideration.fires(
                new Action.Reject(Findings.reason(reason)),
                reason + " The holdout stays closed.",
                board.scoreOf(best),
                new Evidence("/champion/validScore/value", standing.value()));
    }
}
