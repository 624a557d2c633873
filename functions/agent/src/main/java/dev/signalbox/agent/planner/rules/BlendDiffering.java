package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.RunView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Models that are about equally good and wrong on different rows are better together: averaging cancels
/// errors that are not shared. Once a run, and only where there are enough validation rows (cross-validated
/// ones count alike) for the selection not to fit noise. Source: Krogh and Vedelsby, Neural network ensembles, cross
/// validation, and active
/// learning, NIPS 1995; Caruana et al., Ensemble selection from libraries of models, ICML 2004.
final class BlendDiffering implements Rule {
    private static final double MOST_CORRELATION = 0.95;
    private static final int MOST_MEMBERS = 8;
    private static final long LEAST_VALID_ROWS = 200;

    @Override
    public String name() {
        return "blend_differing";
    }

    @Override
    public Consideration consider(RunView view) {
        return Leaderboard.of(view).map(board -> consider(view, board)).orElse(Consideration.rests());
    }

    private static Consideration consider(RunView view, Leaderboard board) {
        CandidateFact best = board.best();
        List<CandidateFact> partners = board.all().stream()
                .filter(other -> isPartner(best, other))
                .limit(MOST_MEMBERS - 1)
                .toList();
        if (partners.isEmpty() || wasBlended(view)) {
            return Consideration.rests();
        }
        Action.Blend action = new Action.Blend(
                Stream.concat(Stream.of(best), partners.stream())
                        .map(CandidateFact::candidateId)
                        .toList(),
                BlendMethod.GREEDY);
        if (board.validRows() < LEAST_VALID_ROWS) {
            return Consideration.rests(
                    action, "Their errors differ, but " + board.rows() + " are too few to choose weights by.");
        }
        if (!Affordability.covers(view.budget(), 0)) {
            return Consideration.rests(action, "Their errors differ, but the budget does not cover a blend.");
        }
        return new Consideration.Fires(
                action, rationale(board, best, partners), evidence(board, best, partners), List.of());
    }

    private static boolean isPartner(CandidateFact best, CandidateFact other) {
        Double correlation =
                best.correlations() == null ? null : best.correlations().get(other.candidateId());
        return !other.equals(best)
                && isSingleLearner(other)
                && isSingleLearner(best)
                && correlation != null
                && correlation <= MOST_CORRELATION
                && Leaderboard.overlap(best.score(), other.score());
    }

    private static boolean isSingleLearner(CandidateFact candidate) {
        return candidate.algorithm() != Algorithm.BASELINE && candidate.algorithm() != Algorithm.BLEND;
    }

    private static boolean wasBlended(RunView view) {
        return view.candidates().stream().anyMatch(candidate -> candidate.algorithm() == Algorithm.BLEND)
                || view.decisions().stream().anyMatch(past -> past.action() instanceof Action.Blend);
    }

    private static String rationale(Leaderboard board, CandidateFact best, List<CandidateFact> partners) {
        CandidateFact leastAlike = leastAlike(best, partners);
        return "The leading " + (partners.size() + 1) + " candidates are about equally good (best "
                + Wording.score(board.metric(), best.score()) + ") and err on different rows (correlation of errors"
                + " down to " + Wording.number(correlation(best, leastAlike)) + "): together they may be better.";
    }

    private static List<Evidence> evidence(Leaderboard board, CandidateFact best, List<CandidateFact> partners) {
        CandidateFact other = leastAlike(best, partners);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(board.scoreOf(best));
        evidence.add(new Evidence("/candidates/0/correlations/" + other.candidateId(), correlation(best, other)));
        return evidence;
    }

    private static CandidateFact leastAlike(CandidateFact best, List<CandidateFact> partners) {
        return partners.stream()
                .min(Comparator.comparingDouble(other -> correlation(best, other)))
                .orElse(best);
    }

    private static double correlation(CandidateFact best, CandidateFact other) {
        Double correlation = best.correlations().get(other.candidateId());
        return correlation == null ? 1 : correlation;
    }
}
