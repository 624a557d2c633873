package dev.signalbox.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GreedySelectionTest {
    @Test
    void twoOppositeErrorsAreBothTaken() {
        double[] target = {1, 2, 3, 4};
        Predictions above = new Predictions(1, new double[] {2, 3, 4, 5});
        Predictions below = new Predictions(1, new double[] {0, 1, 2, 3});
        Predictions far = new Predictions(1, new double[] {9, 9, 9, 9});
        double[] weights = new GreedySelection(List.of(far, above, below), target, 0, MetricName.RMSE, 0).weights();
        assertThat(weights).containsExactly(new double[] {0, 0.5, 0.5}, within(1e-12));
    }

    @Test
    void aPerfectCandidateStandsAlone() {
        double[] target = {1, 2, 3, 4};
        double[] weights = new GreedySelection(
                        List.of(new Predictions(1, new double[] {1, 2, 3, 5}), new Predictions(1, target.clone())),
                        target,
                        0,
                        MetricName.MAE,
                        0)
                .weights();
        assertThat(weights).containsExactly(0, 1);
    }

    @Test
    void aMetricThatTheRowsDoNotDefineTakesTheFirst() {
        double[] target = {1, 1};
        Predictions any = new Predictions(2, new double[] {0.5, 0.5, 0.4, 0.6});
        assertThat(new GreedySelection(List.of(any, any), target, 2, MetricName.ROC_AUC, 0).weights())
                .containsExactly(1, 0);
    }

    @Property(tries = 30)
    void sharesSumToOneAndNoCandidateIsBetter(@ForAll @IntRange(min = 2, max = 9) int count, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] target = random.doubles(50).toArray();
        List<Predictions> candidates = java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> new Predictions(
                        1,
                        Arrays.stream(target)
                                .map(y -> y + random.nextGaussian())
                                .toArray()))
                .toList();
        double[] weights = new GreedySelection(candidates, target, 0, MetricName.RMSE, seed).weights();
        assertThat(Arrays.stream(weights).sum()).isEqualTo(1, within(1e-9));
        double blend = error(WeightedMean.of(candidates, weights), target);
        assertThat(candidates).allMatch(candidate -> error(candidate, target) >= blend - 1e-12);
    }

    private static double error(Predictions predictions, double[] target) {
        double squares = 0;
        for (int row = 0; row < target.length; row++) {
            squares += Math.pow(predictions.at(row, 0) - target[row], 2);
        }
        return Math.sqrt(squares / target.length);
    }
}
