package dev.signalbox.agent.planner.search;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchPlannerTest {
    private static final int FITS = 8;
    private final SearchPlanner planner = new SearchPlanner(0, 7);

    @Test
    void trainsABatchNearThePromisingCandidates() {
        Proposal proposal = planner.propose(twoLearners().view());

        assertThat(proposal.planner()).isEqualTo("search");
        assertThat(proposal.rule()).isEqualTo("expand_promising");
        assertThat(specs(proposal))
                .hasSize(4)
                .extracting(CandidateSpec::candidateId)
                .first()
                .isEqualTo("d1-search-1");
        assertThat(specs(proposal)).doesNotHaveDuplicates();
        assertThat(proposal.evidence().getFirst().value()).isEqualTo(0.8);
    }

    @Test
    void proposesTheSameForTheSameViewAndSeed() {
        RunView view = twoLearners().view();

        assertThat(new SearchPlanner(0, 7).propose(view)).isEqualTo(planner.propose(view));
        assertThat(new SearchPlanner(0, 8).propose(view).action())
                .isNotEqualTo(planner.propose(view).action());
    }

    @Test
    void stopsWhereLessThanTheMarginIsExpected() {
        Proposal proposal = new SearchPlanner(0.5, 7).propose(twoLearners().view());

        assertThat(proposal.action()).isEqualTo(new Action.Promote("lightgbm-1"));
        assertThat(proposal.alternatives().getFirst().reason()).contains("less than the 0.5 that would be worth it");
    }

    @Test
    void keepsDecisionsForTheBlendAndThePromotion() {
        assertThat(planner.propose(twoLearners().budget(2, 20).view()).action())
                .isEqualTo(new Action.Promote("lightgbm-1"));
    }

    @Test
    void trainsNoMoreThanIsLeft() {
        assertThat(specs(planner.propose(twoLearners().budget(7, 1).view()))).hasSize(1);
        assertThat(planner.propose(twoLearners().budget(7, 0).view()).action())
                .isEqualTo(new Action.Promote("lightgbm-1"));
    }

    @Test
    void triesNothingTwice() {
        Proposal first = planner.propose(twoLearners().view());
        Proposal again = planner.propose(twoLearners()
                .decisions(new PastDecision("d1", first.action(), false))
                .view());

        assertThat(specs(again))
                .extracting(CandidateSpec::parameters)
                .doesNotContainAnyElementsOf(
                        specs(first).stream().map(CandidateSpec::parameters).toList());
    }

    @Test
    void endsWithTheBlend() {
        Proposal proposal = planner.propose(Views.models(
                        candidate("blend-2", Algorithm.BLEND, 0.82, 0.85),
                        candidate("lightgbm-1", Algorithm.LIGHTGBM, 0.8, 0.83),
                        baseline())
                .view());

        assertThat(proposal.action()).isEqualTo(new Action.Promote("blend-2"));
    }

    @Test
    void searchesNothingWhereNothingCanBeLearned() {
        assertThat(planner.propose(Views.models(candidate("lightgbm-1", Algorithm.LIGHTGBM, 0.51, 0.9), baseline())
                                .view())
                        .rule())
                .isEqualTo("reject_unlearnable");
    }

    @Test
    void leavesDataAndFailuresToTheRules() {
        assertThat(planner.propose(Views.failure("Train", "x", "y", 0).view()).action())
                .isEqualTo(new Action.Finish());
    }

    /// A surface with one summit and a little noise: what the search is for.
    @Test
    void climbsHigherThanChanceWithAsManyFits() {
        int higher = 0;
        for (int seed = 0; seed < 11; seed++) {
            higher += searched(seed) > drawn(seed) ? 1 : 0;
        }
        assertThat(higher).isGreaterThanOrEqualTo(8);
    }

    private static double searched(int seed) {
        List<CandidateFact> known = new ArrayList<>(start());
        List<PastDecision> past = new ArrayList<>();
        SearchPlanner planner = new SearchPlanner(0, seed);
        while (known.size() < start().size() + FITS) {
            int left = start().size() + FITS - known.size();
            RunView view = Views.models(known.toArray(CandidateFact[]::new))
                    .budget(2 + Math.max(1, left / 2), left)
                    .decisions(past.toArray(PastDecision[]::new))
                    .view();
            Proposal proposal = planner.propose(view);
            if (!(proposal.action() instanceof Action.TrainMore more)) {
                break;
            }
            past.add(new PastDecision("d" + (past.size() + 1), more, false));
            more.candidates().forEach(spec -> known.add(measured(spec.candidateId(), spec.parameters())));
            known.sort(BEST_FIRST);
        }
        return known.getFirst().score().value();
    }

    private static double drawn(int seed) {
        KnobSpace space = KnobSpace.of(Algorithm.LIGHTGBM);
        Random chance = new Random(seed);
        List<CandidateFact> known = new ArrayList<>(start());
        for (int i = 0; i < FITS; i++) {
            known.add(measured("r" + i, space.knobs(new TreeMap<>(), space.anywhere(chance))));
        }
        known.sort(BEST_FIRST);
        return known.getFirst().score().value();
    }

    private static final Comparator<CandidateFact> BEST_FIRST =
            Comparator.comparingDouble(candidate -> -candidate.score().value());

    private static List<CandidateFact> start() {
        return List.of(
                measured("a", new TreeMap<>(Map.of(Hyperparameter.LEARNING_RATE, 0.1, Hyperparameter.LEAVES, 31.0))),
                measured("b", new TreeMap<>(Map.of(Hyperparameter.LEARNING_RATE, 0.03, Hyperparameter.LEAVES, 15.0))),
                baseline());
    }

    private static CandidateFact measured(String id, SortedMap<Hyperparameter, Double> knobs) {
        double[] at = KnobSpace.of(Algorithm.LIGHTGBM).point(knobs);
        double[] summit = {0.4, 0.6, 0.2, 0.5, 0.7, 0.6, 0.5};
        double away = 0;
        for (int i = 0; i < at.length; i++) {
            away += (at[i] - summit[i]) * (at[i] - summit[i]);
        }
        double value = 0.9 - 0.1 * away + new Random(knobs.toString().hashCode()).nextGaussian() * 0.001;
        return new CandidateFact(
                id,
                Algorithm.LIGHTGBM,
                knobs,
                new MetricValue(value, value - 0.02, value + 0.02),
                value + 0.01,
                0.01,
                new TreeMap<>(),
                100,
                true);
    }

    private static Views twoLearners() {
        return Views.models(
                candidate("lightgbm-1", Algorithm.LIGHTGBM, 0.8, 0.83),
                candidate("linear-1", Algorithm.LINEAR, 0.79, 0.8),
                baseline());
    }

    private static List<CandidateSpec> specs(Proposal proposal) {
        return ((Action.TrainMore) proposal.action()).candidates();
    }
}
