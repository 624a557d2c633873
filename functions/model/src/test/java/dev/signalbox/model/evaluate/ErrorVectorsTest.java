package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.model.learn.Predictions;
import java.util.List;
import org.assertj.core.data.MapEntry;
import org.junit.jupiter.api.Test;

class ErrorVectorsTest {
    @Test
    void correlatesErrorsAndNotPredictions() {
        ErrorVectors errors = new ErrorVectors(new double[] {10, 20, 30, 40}, 0, 0);
        errors.add("a", new Predictions(1, new double[] {11, 19, 31, 39}));
        errors.add("b", new Predictions(1, new double[] {12, 18, 32, 38}));
        errors.add("c", new Predictions(1, new double[] {9, 21, 29, 41}));
        errors.add("perfect", new Predictions(1, new double[] {10, 20, 30, 40}));
        List<String> all = List.of("a", "b", "c", "perfect");
        assertThat(errors.correlations("a", all)).containsOnlyKeys("b", "c", "perfect");
        assertThat(errors.correlations("a", all).get("b")).isCloseTo(1, within(1e-12));
        assertThat(errors.correlations("a", all).get("c")).isCloseTo(-1, within(1e-12));
        assertThat(errors.correlations("a", all)).contains(MapEntry.entry("perfect", 0.0));
    }

    @Test
    void takesTheDistanceToTheActualClass() {
        ErrorVectors two = new ErrorVectors(new double[] {1, 0, 1}, 2, 0);
        two.add("a", new Predictions(2, new double[] {.1, .9, .8, .2, .5, .5}));
        two.add("b", new Predictions(2, new double[] {.2, .8, .6, .4, 1, 0}));
        assertThat(two.correlations("a", List.of("b")).get("b")).isCloseTo(1, within(1e-9));
        ErrorVectors three = new ErrorVectors(new double[] {0, 1, 2}, 3, 0);
        three.add("a", new Predictions(3, new double[] {1, 0, 0, .5, .5, 0, 1, 0, 0}));
        three.add("b", new Predictions(3, new double[] {0, 1, 0, .5, .5, 0, 0, 0, 1}));
        assertThat(three.correlations("a", List.of("b")).get("b")).isCloseTo(-1, within(1e-12));
    }
}
