package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.evaluation.FeatureImportance;
import dev.signalbox.contract.evaluation.SegmentScore;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.learn.TrainedModel;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ImportanceAndSegmentsTest {
    @Test
    void findsTheColumnsThatTheModelUses() {
        Matrix rows =
                uniform(500, List.of(number("a.1", "a"), number("a.2", "a"), number("b", "b"), number("idle", "idle")));
        // y = a.1 + a.2 + 0.5 b: shuffling a column doubles its variance in the squared error, 2 × 1/12 × weight².
        TrainedModel model = new Weighted(1, 1, 0.5, 0);
        Matrix known = withTarget(rows, model);
        List<FeatureImportance> found = new PermutationImportance(model, known, MetricName.RMSE, 0, 1).measure();
        assertThat(found).extracting(FeatureImportance::feature).containsExactly("a", "b", "idle");
        assertThat(found.get(0).mean()).isCloseTo(Math.sqrt(2 * 2 / 12.0), within(0.03));
        assertThat(found.get(1).mean()).isCloseTo(Math.sqrt(2 * 0.25 / 12.0), within(0.02));
        assertThat(found.get(2)).isEqualTo(new FeatureImportance("idle", 0, 0, 0));
        assertThat(found.get(0).low()).isLessThanOrEqualTo(found.get(0).mean());
    }

    @Test
    void looksAtTheLeadingColumnsOfMany() {
        List<Feature> features = new ArrayList<>();
        double[] weights = new double[100];
        for (int i = 0; i < 100; i++) {
            features.add(number("f" + i, "f" + i));
            weights[i] = i == 77 ? 5 : 0.001;
        }
        TrainedModel model = new Weighted(weights);
        Matrix known = withTarget(uniform(120, features), model);
        List<FeatureImportance> found = new PermutationImportance(model, known, MetricName.MAE, 0, 1).measure();
        assertThat(found).hasSize(30);
        assertThat(found.getFirst().feature()).isEqualTo("f77");
    }

    @Test
    void namesTheSliceThatIsWorseAndNoNoise() {
        Matrix rows = uniform(800, List.of(number("x", "x"), number("noise", "noise")));
        SplittableRandom random = new SplittableRandom(5);
        double[] target = new double[800];
        double[] predicted = new double[800];
        for (int row = 0; row < 800; row++) {
            target[row] = random.nextGaussian() * (rows.at(row, 0) > 0.75 ? 3 : 1);
        }
        Predictions predictions = new Predictions(1, predicted);
        List<SegmentScore> worst = new WorstSegments(MetricName.MAE, predictions, target, 0, 0).find(rows);
        assertThat(worst).hasSize(1);
        assertThat(worst.getFirst().column()).isEqualTo("x");
        assertThat(worst.getFirst().value()).startsWith("[0.7").endsWith("]");
        assertThat(worst.getFirst().score().low()).isGreaterThan(1.5);
    }

    @Test
    void seldomNamesASliceOfPureNoise() {
        int named = 0;
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Matrix rows = uniform(100, List.of(number("a", "a"), number("b", "b"), number("c", "c")));
            double[] target = new double[100];
            for (int row = 0; row < 100; row++) {
                target[row] = random.nextGaussian();
            }
            Predictions predictions = new Predictions(1, new double[100]);
            named += new WorstSegments(MetricName.RMSE, predictions, target, 0, seed)
                            .find(rows)
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(named).isLessThanOrEqualTo(6);
    }

    private static Feature number(String name, String source) {
        return new Feature(name, source, FeatureKind.NUMERIC, List.of());
    }

    private static Matrix uniform(int rows, List<Feature> features) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[rows * features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return new Matrix(
                features, values, new double[0], LongStream.range(0, rows).toArray());
    }

    private static Matrix withTarget(Matrix rows, TrainedModel model) {
        return new Matrix(rows.features(), rows.values(), model.predict(rows).values(), rows.rowIds());
    }

    /// A weighted sum of the features.
    private static final class Weighted implements TrainedModel {
        private final double[] weights;

        Weighted(double... weights) {
            this.weights = weights;
        }

        @Override
        public Predictions predict(Matrix rows) {
            double[] values = new double[rows.rows()];
            for (int row = 0; row < values.length; row++) {
                for (int i = 0; i < weights.length; i++) {
                    values[row] += weights[i] * rows.at(row, i);
                }
            }
            return new Predictions(1, values);
        }

        @Override
        public double[] contributions(Matrix rows) {
            double[] contributions = new double[rows.rows() * weights.length];
            for (int i = 0; i < contributions.length; i++) {
                contributions[i] = weights[i % weights.length] * rows.values()[i];
            }
            return contributions;
        }

        @Override
        public void close() {}
    }
}
