package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The best candidate goes to the gate, which alone opens the holdout and judges. Nothing else is worth its
/// cost by the time this rule is asked. Drift is no reason against it (a model of today's data is what one
/// wants then) but a reason to look, so the rationale names it.
final class PromoteBest implements Rule {
    private static final int MOST_ALTERNATIVES = 2;

    @Override
    public String name() {
        return "promote_best";
    }

    @Override
    public Consideration consider(RunView view) {
        return Leaderboard.of(view).map(board -> fires(view, board)).orElse(Consideration.rests());
    }

    private static Consideration fires(RunView view, Leaderboard board) {
        CandidateFact best = board.best();
        List<Evidence> evidence = new ArrayList<>(List.of(board.scoreOf(best)));
        CandidateFact baseline = board.baseline();
        if (baseline != null && !baseline.equals(best)) {
            evidence.add(board.scoreOf(baseline));
        }
        return new Consideration.Fires(
                new Action.Promote(best.candidateId()),
                rationale(board, best, baseline) + againstChampion(view) + drift(view) + Cautions.of(view),
                evidence,
                others(board));
    }

    private static String rationale(Leaderboard board, CandidateFact best, @Nullable CandidateFact baseline) {
        String lead = best.candidateId() + " is the best candidate on " + board.rows() + ": "
                + Wording.score(board.metric(), best.score());
        return baseline == null || best.algorithm() == Algorithm.BASELINE
                ? lead + ". The gate decides on rows that nobody has seen."
                : lead + "; the baseline has " + Wording.number(baseline.score().value())
                        + ". The gate decides on rows that nobody has seen.";
    }

    private static String againstChampion(RunView view) {
        return view.champion() == null
                ? " There is no champion yet."
                : " There it meets the champion, version " + view.champion().version() + ".";
    }

    private static String drift(RunView view) {
        List<FindingFact> drifted = view.findings().stream()
                .filter(finding -> finding.code() == FindingCode.DRIFT)
                .toList();
        if (drifted.isEmpty()) {
            return "";
        }
        double largest = drifted.stream()
                .mapToDouble(finding -> finding.evidence().getOrDefault("psi", 0.0))
                .max()
                .orElse(0);
        return " Warning: " + drifted.size() + (drifted.size() == 1 ? " column has" : " columns have")
                + " moved away from the champion's data (largest population stability index "
                + Wording.number(largest) + "); the two scores may not be comparable over time.";
    }

    private static List<Alternative> others(Leaderboard board) {
        CandidateFact best = board.best();
        return board.all().stream()
                .skip(1)
                .filter(candidate -> candidate.algorithm() != Algorithm.BASELINE)
                .limit(MOST_ALTERNATIVES)
                .map(other -> new Alternative(
                        new Action.Promote(other.candidateId()),
                        Wording.score(board.metric(), other.score())
                                + (Leaderboard.overlap(best.score(), other.score())
                                        ? ": within chance of the best, but not better."
                                        : ": clearly behind the best.")))
                .toList();
    }
}
