package dev.signalbox.agent.planner.search;

import static dev.signalbox.contract.action.Hyperparameter.COLUMN_SAMPLE;
import static dev.signalbox.contract.action.Hyperparameter.L2;
import static dev.signalbox.contract.action.Hyperparameter.LEARNING_RATE;
import static dev.signalbox.contract.action.Hyperparameter.LEAVES;
import static dev.signalbox.contract.action.Hyperparameter.MAX_DEPTH;
import static dev.signalbox.contract.action.Hyperparameter.MIN_LEAF_ROWS;
import static dev.signalbox.contract.action.Hyperparameter.ROUNDS;
import static dev.signalbox.contract.action.Hyperparameter.ROW_SAMPLE;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Hyperparameter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The knobs of an algorithm as a cube: each within the range that is worth searching, from 0 to 1, on a
/// logarithmic scale where factors count. Ranges after Probst, Boulesteix and Bischl, Tunability, JMLR 20,
/// 2019.
///
/// @param algorithm what learns
/// @param axes its knobs
public record KnobSpace(Algorithm algorithm, List<Axis> axes) {
    private static final KnobSpace LIGHTGBM = new KnobSpace(
            Algorithm.LIGHTGBM,
            List.of(
                    new Axis(LEARNING_RATE, 0.01, 0.3, true, 0.1),
                    new Axis(ROUNDS, 30, 1_000, true, 200),
                    new Axis(LEAVES, 3, 128, true, 31),
                    new Axis(MIN_LEAF_ROWS, 2, 100, true, 20),
                    new Axis(ROW_SAMPLE, 0.5, 1, false, 1),
                    new Axis(COLUMN_SAMPLE, 0.3, 1, false, 1),
                    new Axis(L2, 0.01, 100, true, 0.01)));
    private static final KnobSpace XGBOOST = new KnobSpace(
            Algorithm.XGBOOST,
            List.of(
                    new Axis(LEARNING_RATE, 0.01, 0.3, true, 0.1),
                    new Axis(ROUNDS, 30, 1_000, true, 200),
                    new Axis(MAX_DEPTH, 1, 10, false, 6),
                    new Axis(MIN_LEAF_ROWS, 1, 50, true, 1),
                    new Axis(ROW_SAMPLE, 0.5, 1, false, 1),
                    new Axis(COLUMN_SAMPLE, 0.3, 1, false, 1),
                    new Axis(L2, 0.01, 100, true, 1)));
    private static final KnobSpace LINEAR =
            new KnobSpace(Algorithm.LINEAR, List.of(new Axis(L2, 0.01, 3_000, true, 1)));
    private static final KnobSpace NONE = new KnobSpace(Algorithm.BASELINE, List.of());

    /// The cube of an algorithm; one without axes for what has no knobs.
    public static KnobSpace of(Algorithm algorithm) {
        return switch (algorithm) {
            case LIGHTGBM -> LIGHTGBM;
            case XGBOOST -> XGBOOST;
            case LINEAR -> LINEAR;
            case BASELINE, BLEND -> NONE;
        };
    }

    /// Where knobs stand in the cube, each 0 to 1; a knob left out has the learner's default.
    public double[] point(SortedMap<Hyperparameter, Double> knobs) {
        return axes.stream()
                .mapToDouble(axis -> axis.position(knobs.getOrDefault(axis.knob(), axis.otherwise())))
                .toArray();
    }

    /// The knobs at a point; those of `from` that are no axes stay.
    public SortedMap<Hyperparameter, Double> knobs(SortedMap<Hyperparameter, Double> from, double[] point) {
        SortedMap<Hyperparameter, Double> knobs = new TreeMap<>(from);
        for (int i = 0; i < point.length; i++) {
            knobs.put(axes.get(i).knob(), axes.get(i).value(point[i]));
        }
        return knobs;
    }

    /// A point drawn evenly.
    public double[] anywhere(RandomGenerator chance) {
        return axes.stream().mapToDouble(axis -> chance.nextDouble()).toArray();
    }

    /// One knob.
    ///
    /// @param knob which
    /// @param low least value worth trying, above 0
    /// @param high greatest value worth trying
    /// @param logarithmic whether factors count rather than differences
    /// @param otherwise the learner's default, or about that
    public record Axis(Hyperparameter knob, double low, double high, boolean logarithmic, double otherwise) {
        private double position(double value) {
            double bounded = Math.max(low, Math.min(high, value));
            return logarithmic ? Math.log(bounded / low) / Math.log(high / low) : (bounded - low) / (high - low);
        }

        private double value(double position) {
            double bounded = Math.max(0, Math.min(1, position));
            double value = logarithmic ? low * Math.pow(high / low, bounded) : low + bounded * (high - low);
            double rounded = knob.whole()
                    ? Math.rint(value)
                    : new java.math.BigDecimal(value)
                            .round(new java.math.MathContext(3))
                            .doubleValue();
            return Math.max(knob.low(), Math.min(knob.high(), rounded));
        }
    }
}
