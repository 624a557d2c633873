package dev.signalbox.agent.planner.search;

import dev.signalbox.agent.planner.search.Surrogate.Expected;
import dev.signalbox.agent.planner.search.Surrogate.Seen;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.metric.MetricName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The experiments of a run, rebuilt from the view alone. A node is a candidate, its value the gain over the
/// best one with what is uncertain about it; a child differs from its parent by a move of one, two or all
/// knobs.
final class ExperimentTree {
    private static final int PARENTS = 4;
    private static final int MOVES = 80;
    private static final int JUMPS = 80;
    private static final double STEP = 0.2;
    /// Two candidates are compared on the same rows: what is uncertain of their difference is a part of what
    /// is uncertain of each alone.
    private static final double PAIRED = 0.2;

    private final List<CandidateFact> nodes;
    private final List<CandidateSpec> tried;
    private final MetricName metric;
    private final CandidateFact best;
    private final RandomGenerator chance;
    private final Map<Algorithm, List<Seen>> seen = new EnumMap<>(Algorithm.class);

    /// @param view with a metric and at least one candidate that has knobs
    ExperimentTree(RunView view, MetricName metric, RandomGenerator chance) {
        this.metric = metric;
        this.chance = chance;
        this.nodes = view.candidates().stream().filter(ExperimentTree::hasKnobs).toList();
        this.best = nodes.getFirst();
        this.tried = view.decisions().stream()
                .flatMap(past ->
                        past.action() instanceof Action.TrainMore more ? more.candidates().stream() : Stream.empty())
                .toList();
        nodes.forEach(node -> seen.computeIfAbsent(node.algorithm(), name -> new ArrayList<>())
                .add(new Seen(KnobSpace.of(node.algorithm()).point(node.parameters()), gain(node))));
    }

    static boolean hasKnobs(CandidateFact candidate) {
        return !KnobSpace.of(candidate.algorithm()).axes().isEmpty();
    }

    CandidateFact best() {
        return best;
    }

    /// The best children that nobody tried, most promising first; each is chosen as if those before it had
    /// come out as expected, so that they differ. Source: Ginsbourger, Le Riche and Carraro, Kriging is
    /// well-suited to parallelize optimization, 2010 (the kriging believer).
    List<Child> children(int wanted) {
        List<Draft> pool = pool();
        List<Child> chosen = new ArrayList<>();
        while (chosen.size() < wanted && !pool.isEmpty()) {
            Map<Algorithm, Surrogate> surrogates = surrogates();
            ToDoubleFunction<Draft> worth = draft -> expected(surrogates, draft).improvement(0);
            Draft next = pool.stream().max(Comparator.comparingDouble(worth)).orElseThrow();
            Expected expected = expected(surrogates, next);
            chosen.add(new Child(next.parent(), next.algorithm(), next.knobs(), expected.improvement(0)));
            seen.computeIfAbsent(next.algorithm(), name -> new ArrayList<>())
                    .add(new Seen(next.point(), expected.gain()));
            pool.remove(next);
            pool.removeIf(draft -> draft.knobs().equals(next.knobs()) && draft.algorithm() == next.algorithm());
        }
        return chosen;
    }

    /// How much better than the best the best of some candidates is expected to be, in the metric's unit; 0
    /// where nothing is known of their algorithms.
    double improvement(List<CandidateSpec> specs) {
        Map<Algorithm, Surrogate> surrogates = surrogates();
        return specs.stream()
                .mapToDouble(spec -> {
                    Surrogate surrogate = surrogates.get(spec.algorithm());
                    return surrogate == null
                            ? 0
                            : surrogate
                                    .at(KnobSpace.of(spec.algorithm()).point(spec.parameters()))
                                    .improvement(0);
                })
                .max()
                .orElse(0);
    }

    /// Whether a candidate with the same knobs is in the run.
    boolean knows(CandidateSpec spec) {
        return wasTried(spec.algorithm(), spec.parameters());
    }

    private static Expected expected(Map<Algorithm, Surrogate> surrogates, Draft draft) {
        return java.util.Objects.requireNonNull(surrogates.get(draft.algorithm()))
                .at(draft.point());
    }

    private Map<Algorithm, Surrogate> surrogates() {
        double deviation = Math.max(spread(), noise());
        Map<Algorithm, Surrogate> surrogates = new EnumMap<>(Algorithm.class);
        seen.forEach((algorithm, points) -> {
            double mean = points.stream().mapToDouble(Seen::gain).average().orElse(0);
            surrogates.put(algorithm, new Surrogate(points, mean, deviation, noise()));
        });
        return surrogates;
    }

    private double noise() {
        double width = best.score().high() - best.score().low();
        return Math.max(1e-9, PAIRED * width / 4);
    }

    /// Between the better half of the candidates, and not less than what a score alone leaves open.
    private double spread() {
        List<CandidateFact> better = nodes.subList(0, (nodes.size() + 1) / 2);
        double width = best.score().high() - best.score().low();
        return Math.max(-gain(better.getLast()), width / 4);
    }

    private double gain(CandidateFact node) {
        return metric.gain(node.score().value(), best.score().value());
    }

    /// Local moves from the nodes with the highest upper bound, and some jumps within their algorithms.
    /// Source of the bound: Auer, Cesa-Bianchi and Fischer, Finite-time analysis of the multiarmed bandit
    /// problem, 2002; here the uncertainty is measured instead of counted.
    private List<Draft> pool() {
        List<CandidateFact> promising = nodes.stream()
                .sorted(Comparator.comparingDouble(node -> -(gain(node) + 2 * noise() / (1 + children(node)))))
                .limit(PARENTS)
                .toList();
        List<Draft> pool = new ArrayList<>();
        for (CandidateFact parent : promising) {
            KnobSpace space = KnobSpace.of(parent.algorithm());
            double[] from = space.point(parent.parameters());
            for (int i = 0; i < MOVES; i++) {
                pool.add(draft(parent, space, moved(from)));
            }
            for (int i = 0; i < JUMPS; i++) {
                pool.add(draft(parent, space, space.anywhere(chance)));
            }
        }
        pool.removeIf(draft -> wasTried(draft.algorithm(), draft.knobs()));
        return pool;
    }

    private double[] moved(double[] from) {
        double[] to = from.clone();
        int knobs = 1 + chance.nextInt(to.length);
        for (int i = 0; i < knobs; i++) {
            int knob = chance.nextInt(to.length);
            to[knob] = Math.max(0, Math.min(1, to[knob] + STEP * chance.nextGaussian()));
        }
        return to;
    }

    private static Draft draft(CandidateFact parent, KnobSpace space, double[] point) {
        return new Draft(parent, space.knobs(parent.parameters(), point));
    }

    /// How often its neighbourhood was looked at.
    private int children(CandidateFact parent) {
        double[] at = KnobSpace.of(parent.algorithm()).point(parent.parameters());
        return (int) nodes.stream()
                .filter(node -> !node.equals(parent) && node.algorithm() == parent.algorithm())
                .filter(node -> distance(at, KnobSpace.of(node.algorithm()).point(node.parameters())) < 2 * STEP)
                .count();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private boolean wasTried(Algorithm algorithm, SortedMap<Hyperparameter, Double> knobs) {
        return nodes.stream()
                        .anyMatch(node -> node.algorithm() == algorithm
                                && node.parameters().equals(knobs))
                || tried.stream()
                        .anyMatch(spec -> spec.algorithm() == algorithm
                                && spec.parameters().equals(knobs));
    }

    private record Draft(CandidateFact parent, SortedMap<Hyperparameter, Double> knobs) {
        private Algorithm algorithm() {
            return parent.algorithm();
        }

        private double[] point() {
            return KnobSpace.of(parent.algorithm()).point(knobs);
        }
    }

    /// A candidate that could be.
    ///
    /// @param parent whose knobs were moved
    /// @param algorithm what learns
    /// @param knobs its own
    /// @param improvement expected over the best, in the metric's unit
    record Child(
            CandidateFact parent, Algorithm algorithm, SortedMap<Hyperparameter, Double> knobs, double improvement) {
        CandidateSpec spec(String candidateId) {
            return new CandidateSpec(candidateId, algorithm, knobs);
        }
    }
}
