package dev.signalbox.model.learn;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Small data of which the truth is known: two numbers, one of them with missing values, and a category.
public final class Samples {
    private static final long NEVER = Long.MAX_VALUE / 2;

    private Samples() {}

    /// `size`, `weight` and the category `colour` (red, green, blue).
    public static List<Feature> features() {
        return List.of(number("size"), number("weight"), category("colour", "red", "green", "blue"));
    }

    /// A number.
    public static Feature number(String name) {
        return new Feature(name, name, FeatureKind.NUMERIC, List.of());
    }

    /// A category.
    public static Feature category(String name, String... labels) {
        return new Feature(name, name, FeatureKind.CATEGORICAL, List.of(labels));
    }

    /// `y = 3 size - 2 weight + (blue: 5) + noise`; every eleventh weight is missing and counts as 0.
    public static Matrix regression(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * 3];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            double size = random.nextGaussian();
            double weight = random.nextGaussian();
            int colour = random.nextInt(3);
            boolean missing = row % 11 == 10;
            values[row * 3] = (float) size;
            values[row * 3 + 1] = missing ? Float.NaN : (float) weight;
            values[row * 3 + 2] = colour;
            target[row] = 3 * size - (missing ? 0 : 2 * weight) + (colour == 2 ? 5 : 0) + 0.1 * random.nextGaussian();
        }
        return matrix(features(), values, target);
    }

    /// The regression cut at its middle (two classes) or in equal parts (more).
    public static Matrix classes(int rows, long seed, int classCount) {
        Matrix regression = regression(rows, seed);
        double[] codes = new double[rows];
        for (int row = 0; row < rows; row++) {
            double part = (regression.target()[row] - 1.67 + 6) / 12 * classCount;
            codes[row] = Math.clamp((long) Math.floor(part), 0, classCount - 1);
        }
        return matrix(regression.features(), regression.values(), codes);
    }

    /// Rows numbered from 0.
    public static Matrix matrix(List<Feature> features, float[] values, double[] target) {
        return new Matrix(
                features,
                values,
                target,
                LongStream.range(0, values.length / features.size()).toArray());
    }

    /// Without knobs.
    public static CandidateSpec spec(Algorithm algorithm) {
        return new CandidateSpec(algorithm.id(), algorithm, new TreeMap<>());
    }

    /// With one knob more.
    public static CandidateSpec with(CandidateSpec spec, Hyperparameter name, double value) {
        TreeMap<Hyperparameter, Double> parameters = new TreeMap<>(spec.parameters());
        parameters.put(name, value);
        return new CandidateSpec(spec.candidateId(), spec.algorithm(), parameters);
    }

    /// One thread, seed 7, no deadline.
    public static TrainingContext context(int classCount) {
        return context(classCount, 1);
    }

    /// Seed 7, no deadline.
    public static TrainingContext context(int classCount, int threads) {
        Task task = classCount == 0 ? Task.REGRESSION : classCount == 2 ? Task.BINARY : Task.MULTICLASS;
        MetricName metric = classCount == 0 ? MetricName.RMSE : MetricName.LOG_LOSS;
        return new TrainingContext(task, classCount, metric, 7, threads, System.nanoTime() + NEVER);
    }

    /// A header for a model that was trained here.
    public static ModelHeader header(CandidateSpec spec, Training training) {
        ModelShape shape = training.model().shape();
        List<String> classes = LongStream.range(0, shape.classCount())
                .mapToObj(code -> "class-" + code)
                .toList();
        return new ModelHeader(
                spec.candidateId(),
                spec.algorithm(),
                shape.task(),
                classes,
                spec,
                new ModelProvenance(new TreeMap<>(), "test", 7, 1, training.parameters(), new TreeMap<>()),
                new TrainingSummary(
                        training.rounds(),
                        training.stoppedEarly(),
                        MetricName.LOG_LOSS,
                        0.5,
                        training.trainCurve(),
                        training.validCurve()),
                shape.features(),
                List.of());
    }
}
