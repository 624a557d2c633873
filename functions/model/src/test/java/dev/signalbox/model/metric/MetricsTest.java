package dev.signalbox.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The expected numbers of the first three tests were computed once with scikit-learn 1.9.1 on the same
/// arrays.
class MetricsTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final double[] BINARY = {0, 0, 1, 1, 0, 1, 0, 1, 1, 0};
    private static final double[] POSITIVE = {.1, .4, .35, .8, .4, .4, .2, .9, .55, .7};

    @Test
    void agreesWithScikitLearnOnTwoClasses() {
        assertValues(
                Metrics.measure(binary(POSITIVE), BINARY, 2, 0),
                Map.of(
                        MetricName.ROC_AUC, 0.76,
                        MetricName.PR_AUC, 0.7892857142857144,
                        MetricName.LOG_LOSS, 0.5446582042930442,
                        MetricName.BRIER, 0.1895,
                        MetricName.ACCURACY, 0.7,
                        MetricName.BALANCED_ACCURACY, 0.7,
                        MetricName.F1, 2.0 / 3));
    }

    @Test
    void agreesWithScikitLearnOnThreeClasses() {
        double[] target = {0, 1, 2, 2, 1, 0, 2, 1};
        Predictions predictions = new Predictions(3, new double[] {
            .6, .3, .1, .2, .5, .3, .1, .2, .7, .4, .4, .2, .3, .4, .3, .3, .5, .2, .2, .2, .6, .1, .3, .6
        });
        assertValues(
                Metrics.measure(predictions, target, 3, 0),
                Map.of(
                        MetricName.ROC_AUC, 0.7694444444444444,
                        MetricName.PR_AUC, 0.6494708994708994,
                        MetricName.LOG_LOSS, 0.8756434531238484,
                        MetricName.BRIER, 0.52,
                        MetricName.ACCURACY, 0.625,
                        MetricName.BALANCED_ACCURACY, 0.611111111111111,
                        MetricName.F1, 0.611111111111111));
        assertThat(new ClassTally(predictions, target).counts())
                .isDeepEqualTo(new long[][] {{1, 1, 0}, {0, 2, 1}, {1, 0, 2}});
    }

    @Test
    void agreesWithScikitLearnOnNumbers() {
        assertValues(
                Metrics.measure(
                        new Predictions(1, new double[] {2.5, 0, 2, 8, 4}), new double[] {3, -.5, 2, 7, 4.2}, 0, 0),
                Map.of(
                        MetricName.RMSE, 0.5549774770204643,
                        MetricName.MAE, 0.44,
                        MetricName.R2, 0.9496600418410042));
    }

    @Test
    void cutsProbabilitiesWhereScikitLearnCutsThem() {
        double loss = Metrics.value(MetricName.LOG_LOSS, binary(new double[] {0, 0}), new double[] {0, 1}, 2);
        assertThat(loss).isCloseTo(18.021826694558577, EXACT);
    }

    @Test
    void leavesOutWhatOneClassDoesNotDefine() {
        SortedMap<MetricName, MetricValue> metrics =
                Metrics.measure(binary(new double[] {.2, .3, .9}), new double[] {0, 0, 0}, 2, 0);
        assertThat(metrics).doesNotContainKeys(MetricName.ROC_AUC, MetricName.PR_AUC);
        assertThat(metrics).containsKeys(MetricName.LOG_LOSS, MetricName.ACCURACY, MetricName.F1);
    }

    @Test
    void averagesOverTheClassesThatHaveRows() {
        Predictions predictions = new Predictions(3, new double[] {.8, .1, .1, .2, .7, .1, .1, .8, .1, .6, .3, .1});
        double[] target = {0, 1, 1, 0};
        assertThat(Metrics.value(MetricName.ROC_AUC, predictions, target, 3)).isEqualTo(1);
        assertThat(Metrics.value(MetricName.BALANCED_ACCURACY, predictions, target, 3))
                .isEqualTo(1);
    }

    @Test
    void explainsNothingOfAConstantTargetUnlessItIsPerfect() {
        double[] target = {5, 5, 5};
        assertThat(Metrics.value(MetricName.R2, new Predictions(1, new double[] {5, 5, 5}), target, 0))
                .isEqualTo(1);
        assertThat(Metrics.value(MetricName.R2, new Predictions(1, new double[] {5, 5, 6}), target, 0))
                .isZero();
        assertThat(Metrics.value(MetricName.R2, new Predictions(1, new double[] {5}), new double[] {5}, 0))
                .isNaN();
    }

    @Test
    void keepsR2OfLargeTargetsExact() {
        double[] target = {1e9 + 1, 1e9 + 2, 1e9 + 3};
        Predictions predictions = new Predictions(1, new double[] {1e9 + 1, 1e9 + 2, 1e9 + 2});
        assertThat(Metrics.value(MetricName.R2, predictions, target, 0)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void givesTheSameIntervalsForTheSameSeed() {
        assertThat(Metrics.measure(binary(POSITIVE), BINARY, 2, 7))
                .isEqualTo(Metrics.measure(binary(POSITIVE), BINARY, 2, 7));
        assertThat(Metrics.measure(binary(POSITIVE), BINARY, 2, 7))
                .isNotEqualTo(Metrics.measure(binary(POSITIVE), BINARY, 2, 8));
    }

    @Test
    void shrinksIntervalsOfManyRowsToTheirSize() {
        int rows = 40_000;
        SplittableRandom random = new SplittableRandom(1);
        double[] target = new double[rows];
        double[] predicted = new double[rows];
        for (int row = 0; row < rows; row++) {
            target[row] = random.nextDouble();
        }
        MetricValue mae =
                Metrics.measure(new Predictions(1, predicted), target, 0, 0).get(MetricName.MAE);
        double standardError = Math.sqrt(1.0 / 12 / rows);
        assertThat((mae.high() - mae.low()) / 2).isCloseTo(1.96 * standardError, within(0.25 * standardError));
        assertThat(mae.low()).isLessThan(mae.value());
        assertThat(mae.high()).isGreaterThan(mae.value());
    }

    @Test
    void namesTheMeasuresOfEachTask() {
        assertThat(Metrics.of(Task.REGRESSION)).containsExactly(MetricName.RMSE, MetricName.MAE, MetricName.R2);
        assertThat(Metrics.of(Task.MULTICLASS))
                .isEqualTo(Metrics.of(Task.BINARY))
                .hasSize(7);
    }

    @Test
    void refusesPredictionsThatDoNotFit() {
        assertThatThrownBy(() -> Metrics.value(MetricName.RMSE, new Predictions(1, new double[2]), new double[3], 0))
                .hasMessageContaining("2 rows of predictions for 3 targets");
        assertThatThrownBy(() -> Metrics.value(MetricName.F1, new Predictions(1, new double[2]), new double[2], 2))
                .hasMessageContaining("1 wide");
    }

    static Predictions binary(double[] positive) {
        double[] values = new double[positive.length * 2];
        for (int row = 0; row < positive.length; row++) {
            values[2 * row] = 1 - positive[row];
            values[2 * row + 1] = positive[row];
        }
        return new Predictions(2, values);
    }

    private static void assertValues(SortedMap<MetricName, MetricValue> found, Map<MetricName, Double> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, value) ->
                assertThat(found.get(name).value()).as(name.id()).isCloseTo(value, EXACT));
    }
}
