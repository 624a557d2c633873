package dev.signalbox.model.evaluate;

import dev.signalbox.contract.evaluation.FeatureImportance;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Metrics;
import dev.signalbox.model.metric.Subsample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What the primary metric loses when a source column is shuffled: all features made from it together, by
/// one permutation of the rows.
///
/// Bounded: 2,000 rows, five repeats, the 60 sources with the largest contributions, 200,000 rows scored;
/// the rows are scored in few large batches. Limitations: of two columns that say the same neither seems
/// important; shuffled rows may be such as never occur.
final class PermutationImportance {
    private static final int MOST_ROWS = 2_000;
    private static final int LEAST_ROWS = 100;
    private static final int REPEATS = 5;
    private static final int MOST_SOURCES = 60;
    private static final int MOST_SCORED_ROWS = 200_000;
    private static final int BATCH_VALUES = 1 << 20;
    private static final int MOST_LISTED = 30;
    private static final int CONTRIBUTION_ROWS = 200;

    private final TrainedModel model;
    private final MetricName metric;
    private final int classCount;
    private final long seed;
    private final Matrix rows;
    private final Map<String, int[]> sources;

    PermutationImportance(TrainedModel model, Matrix matrix, MetricName metric, int classCount, long seed) {
        this.model = model;
        this.metric = metric;
        this.classCount = classCount;
        this.seed = seed;
        this.sources = leading(model, matrix, seed);
        int affordable = MOST_SCORED_ROWS / (REPEATS * Math.max(1, sources.size()));
        int limit = Math.clamp(affordable, LEAST_ROWS, MOST_ROWS);
        this.rows = MatrixRows.pick(matrix, Subsample.of(matrix.rows(), limit, seed));
    }

    /// Most important first, at most 30; empty where the rows do not define the metric.
    List<FeatureImportance> measure() {
        double whole = value(model.predict(rows));
        if (Double.isNaN(whole)) {
            return List.of();
        }
        List<String> names = List.copyOf(sources.keySet());
        double[] losses = losses(names, whole);
        List<FeatureImportance> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double[] repeats = Arrays.copyOfRange(losses, i * REPEATS, (i + 1) * REPEATS);
            Arrays.sort(repeats);
            double mean = Arrays.stream(repeats).sum() / REPEATS;
            found.add(new FeatureImportance(names.get(i), mean, repeats[0], repeats[REPEATS - 1]));
        }
        found.sort(Comparator.comparingDouble(FeatureImportance::mean)
                .reversed()
                .thenComparing(FeatureImportance::feature));
        return found.subList(0, Math.min(MOST_LISTED, found.size()));
    }

    /// One loss a source and repeat.
    private double[] losses(List<String> names, double whole) {
        int copies = names.size() * REPEATS;
        int width = Math.max(1, rows.features().size());
        int batch = Math.clamp(BATCH_VALUES / Math.max(1L, (long) rows.rows() * width), 1, copies);
        double[] losses = new double[copies];
        for (int first = 0; first < copies; first += batch) {
            int count = Math.min(batch, copies - first);
            Predictions scored = model.predict(shuffled(names, first, count));
            for (int i = 0; i < count; i++) {
                losses[first + i] = metric.gain(whole, value(slice(scored, i)));
            }
        }
        return losses;
    }

    private Matrix shuffled(List<String> names, int first, int count) {
        int width = rows.features().size();
        int size = rows.rows() * width;
        float[] values = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows.values(), 0, values, i * size, size);
            int[] columns = sources.getOrDefault(names.get((first + i) / REPEATS), new int[0]);
            int[] order = permutation(first + i);
            for (int row = 0; row < order.length; row++) {
                for (int column : columns) {
                    values[i * size + row * width + column] = rows.at(order[row], column);
                }
            }
        }
        return new Matrix(rows.features(), values, new double[0], new long[count * rows.rows()]);
    }

    private int[] permutation(int copy) {
        SplittableRandom random = new SplittableRandom(seed + 31L * copy);
        int[] order = new int[rows.rows()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private Predictions slice(Predictions scored, int copy) {
        int size = rows.rows() * scored.width();
        return new Predictions(scored.width(), Arrays.copyOfRange(scored.values(), copy * size, (copy + 1) * size));
    }

    private double value(Predictions predictions) {
        return Metrics.value(metric, predictions, rows.target(), classCount);
    }

    /// Places of the features of each source: all sources, or the 60 with the largest contributions to some
    /// rows.
    private static Map<String, int[]> leading(TrainedModel model, Matrix matrix, long seed) {
        Map<String, int[]> all = new LinkedHashMap<>();
        List<Feature> features = matrix.features();
        for (int i = 0; i < features.size(); i++) {
            int[] known = all.getOrDefault(features.get(i).source(), new int[0]);
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = i;
            all.put(features.get(i).source(), more);
        }
        if (all.size() <= MOST_SOURCES) {
            return all;
        }
        Matrix some = MatrixRows.pick(matrix, Subsample.of(matrix.rows(), CONTRIBUTION_ROWS, seed));
        double[] contributions = model.contributions(some);
        Map<String, int[]> chosen = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -total(contributions, features.size(), entry.getValue())))
                .limit(MOST_SOURCES)
                .forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
        return chosen;
    }

    private static double total(double[] contributions, int width, int[] columns) {
        double sum = 0;
        for (int start = 0; start < contributions.length; start += width) {
            for (int column : columns) {
                sum += Math.abs(contributions[start + column]);
            }
        }
        return sum;
    }
}
