package dev.signalbox.agent.planner.search;

import dev.signalbox.agent.guardrail.DecisionIds;
import dev.signalbox.agent.planner.rules.Consideration;
import dev.signalbox.agent.planner.rules.Rule;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Trains the experiments that are expected to gain most, a batch at a time, so that each learns from those
/// before. Rests when what the best of them is expected to gain is less than the gate's margin would ask for,
/// or less than could be told from chance; when the budget is needed for what follows (a blend and the
/// promotion); and after a blend, which is the end of a search. Source: Snoek, Larochelle and Adams, Practical
/// Bayesian optimization of machine learning algorithms, NIPS 2012.
final class ExpandPromising implements Rule {
    /// A blend and the promotion come after.
    private static final int DECISIONS_FOR_THE_END = 2;
    private static final int MOST_AT_ONCE = 6;
    private static final int LEAST_AT_ONCE = 2;
    private static final long LEAST_VALID_ROWS = 100;
    /// Of the interval's width: what is expected to gain less is not worth a fit.
    private static final double WORTH = 0.004;

    private final double margin;
    private final long seed;

    /// @param margin of the gate, 0 or more, in the primary metric's unit
    /// @param seed of the moves
    ExpandPromising(double margin, long seed) {
        this.margin = margin;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "expand_promising";
    }

    @Override
    public Consideration consider(RunView view) {
        MetricName metric = view.data().metric();
        boolean blended = view.candidates().stream().anyMatch(candidate -> candidate.algorithm() == Algorithm.BLEND);
        if (metric == null
                || blended
                || view.candidates().stream().noneMatch(ExperimentTree::hasKnobs)
                || view.data().validRows() < LEAST_VALID_ROWS) {
            return Consideration.rests();
        }
        String prefix = DecisionIds.prefix(view);
        ExperimentTree tree = new ExperimentTree(view, metric, new Random(seed * 1_000_003 + prefix.hashCode()));
        int batch = batch(view.budget());
        List<ExperimentTree.Child> children = tree.children(Math.max(1, batch));
        if (children.isEmpty()) {
            return Consideration.rests();
        }
        Action.TrainMore action =
                new Action.TrainMore(specs(children, Remembered.of(view, tree).orElse(null), prefix));
        double expected = children.getFirst().improvement();
        double least = Math.max(margin, WORTH * width(tree.best()));
        if (batch == 0) {
            return Consideration.rests(action, "Further experiments might gain, but the budget does not cover them.");
        }
        if (expected < least) {
            return Consideration.rests(
                    action,
                    "The best experiment is expected to gain " + number(expected) + ", less than the " + number(least)
                            + " that would be worth it: nothing is left to gain by searching.");
        }
        return Consideration.fires(action, rationale(children, expected, tree.best()), evidence(view, tree.best()));
    }

    /// The candidates that are left, spread over the decisions that are left.
    private static int batch(BudgetLeft left) {
        int rounds = left.decisions() - DECISIONS_FOR_THE_END;
        if (rounds <= 0 || left.candidates() <= 0 || left.seconds() <= 0 || left.costUsd() <= 0) {
            return 0;
        }
        int even = (left.candidates() + rounds - 1) / rounds;
        return Math.min(left.candidates(), Math.max(LEAST_AT_ONCE, Math.min(MOST_AT_ONCE, even)));
    }

    /// What was best on the most similar data has the last place: a tried idea beside the new ones.
    private static List<CandidateSpec> specs(
            List<ExperimentTree.Child> children, @Nullable CandidateSpec remembered, String prefix) {
        List<CandidateSpec> specs = new ArrayList<>();
        int made = remembered == null || children.size() == 1 ? children.size() : children.size() - 1;
        for (ExperimentTree.Child child : children.subList(0, made)) {
            specs.add(child.spec(prefix + "search-" + (specs.size() + 1)));
        }
        if (remembered != null && made < children.size()) {
            specs.add(new CandidateSpec(prefix + "memory-1", remembered.algorithm(), remembered.parameters()));
        }
        return specs;
    }

    private static String rationale(List<ExperimentTree.Child> children, double expected, CandidateFact best) {
        ExperimentTree.Child first = children.getFirst();
        return (children.size() == 1 ? "One experiment" : children.size() + " experiments")
                + " near the most promising candidates; the best of them, a move from "
                + first.parent().candidateId() + ", is expected to gain " + number(expected) + " over "
                + best.candidateId() + ".";
    }

    private static Evidence evidence(RunView view, CandidateFact best) {
        return new Evidence(
                "/candidates/" + view.candidates().indexOf(best) + "/score/value",
                best.score().value());
    }

    private static double width(CandidateFact best) {
        return best.score().high() - best.score().low();
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}
