package dev.signalbox.model.prepare;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.features.FeatureFitter;
import dev.signalbox.model.features.FittedFeatures;
import dev.signalbox.model.features.Fitting;
import dev.signalbox.model.features.RowEncoder;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.learn.TrainingContext;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Gain;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.metric.PairedTest;
import dev.signalbox.model.metric.Subsample;
import dev.signalbox.model.table.RowHash;
import dev.signalbox.model.table.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How much a random split flatters where rows belong together: a quick model is asked about the same rows
/// twice. Once it knows nothing of their group, or of their time and what came after; once it knows the other
/// half of them, as it would after a random split, and as many rows in all. The difference is what a random
/// split would promise and production would not keep. Source: Kaufman, Rosset and Perlich, Leakage in data
/// mining, KDD 2011; Roberts et al., Cross-validation strategies for data with temporal, spatial,
/// hierarchical, or phylogenetic structure, Ecography 40, 2017.
///
/// @param honest the primary metric of a model that knows nothing of them
/// @param random of one that knows the other half
/// @param gain of the second over the first on the same rows
record Flattery(double honest, double random, Gain gain) {
    private static final double LEVEL = 0.01;
    private static final double LEAST_SHARE = 0.02;
    private static final int MOST_KNOWN = 3_000;
    private static final int MOST_ASKED = 1_000;
    private static final int LEAST_ASKED = 20;
    private static final long SECONDS = 20;
    private static final Map<Hyperparameter, Double> QUICK = Map.of(
            Hyperparameter.LEARNING_RATE,
            0.15,
            Hyperparameter.ROUNDS,
            60.0,
            Hyperparameter.LEAVES,
            15.0,
            Hyperparameter.MIN_LEAF_ROWS,
            5.0);

    /// More than noise, and more than a fiftieth of the honest score.
    boolean matters() {
        return gain.pValue() < LEVEL && gain.value() >= LEAST_SHARE * Math.abs(honest);
    }

    /// Empty where there are too few rows to tell.
    ///
    /// @param features that a model would learn from after a random split
    /// @param split that keeps together what belongs together; its holdout stays closed
    static Optional<Flattery> of(Table features, Target target, RowSplit split, MetricName metric, long seed) {
        int[] asked = drawn(split.valid(), MOST_ASKED);
        int[] known = drawn(split.train(), MOST_KNOWN);
        if (asked.length < LEAST_ASKED || known.length < 2 * asked.length) {
            return Optional.empty();
        }
        boolean[] half = new boolean[asked.length];
        IntStream.range(0, half.length).forEach(i -> half[i] = (RowHash.mix(seed, asked[i]) & 1) == 1);
        int[] one = picked(asked, half, true);
        int[] other = picked(asked, half, false);
        Learner learner = new Learner(features, target, metric, seed);
        Predictions honest = learner.predict(known, asked);
        Predictions ofOne = learner.predict(joined(known, other, seed), one);
        Predictions ofOther = learner.predict(joined(known, one, seed), other);
        Predictions random = merged(half, ofOne, ofOther);
        double[] actual = target.of(asked);
        int classes = target.classes().size();
        Gain gain = new PairedTest(metric, actual, classes, 1 - LEVEL, seed).gain(random, honest);
        return Double.isNaN(gain.value())
                ? Optional.empty()
                : Optional.of(new Flattery(
                        Metrics.value(metric, honest, actual, classes),
                        Metrics.value(metric, random, actual, classes),
                        gain));
    }

    private static int[] drawn(int[] rows, int most) {
        return Arrays.stream(Subsample.of(rows.length, most, 0))
                .map(i -> rows[i])
                .toArray();
    }

    /// As many rows as are known: some make room for the others.
    private static int[] joined(int[] known, int[] others, long seed) {
        int[] kept = Subsample.of(known.length, known.length - others.length, seed);
        return IntStream.concat(Arrays.stream(kept).map(i -> known[i]), Arrays.stream(others))
                .sorted()
                .toArray();
    }

    private static int[] picked(int[] rows, boolean[] marks, boolean wanted) {
        return IntStream.range(0, rows.length)
                .filter(i -> marks[i] == wanted)
                .map(i -> rows[i])
                .toArray();
    }

    private static Predictions merged(boolean[] half, Predictions marked, Predictions others) {
        int width = marked.width();
        double[] values = new double[half.length * width];
        int one = 0;
        int other = 0;
        for (int i = 0; i < half.length; i++) {
            Predictions from = half[i] ? marked : others;
            System.arraycopy(from.values(), (half[i] ? one++ : other++) * width, values, i * width, width);
        }
        return new Predictions(width, values);
    }

    private record Learner(Table features, Target target, MetricName metric, long seed) {
        Predictions predict(int[] known, int[] asked) {
            Fitting fitting = FeatureFitter.fit(features, known);
            RowEncoder encoder = new RowEncoder(new FittedFeatures(
                    FittedFeatures.VERSION,
                    target.task(),
                    target.name(),
                    target.classes(),
                    fitting.columns(),
                    fitting.dropped()));
            Matrix train = encoder.encode(features, known, target.of(known));
            Matrix none = new Matrix(train.features(), new float[0], new double[0], new long[0]);
            TrainingContext context = new TrainingContext(
                    target.task(),
                    target.classes().size(),
                    metric,
                    seed,
                    1,
                    System.nanoTime() + SECONDS * 1_000_000_000L);
            CandidateSpec spec = new CandidateSpec("quick", Algorithm.LIGHTGBM, new TreeMap<>(QUICK));
            try (FittedModel model = Trainers.of(Algorithm.LIGHTGBM)
                    .train(train, none, spec, context)
                    .model()) {
                return model.predict(encoder.encode(features, asked, target.of(asked)));
            }
        }
    }
}
