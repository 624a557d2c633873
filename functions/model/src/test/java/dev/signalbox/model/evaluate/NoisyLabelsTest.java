package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.model.learn.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Six hundred rows of two classes and a model that knows the odds.
class NoisyLabelsTest {
    private static final int ROWS = 600;

    @Test
    void namesTheClassOfWhichAFifthIsLabelledOtherwise() {
        Finding finding = found(1, 100, 0.2, 0).orElseThrow();

        assertThat(finding.column()).isEqualTo("y");
        assertThat(finding.message()).contains("is 'yes'").contains("seem to be labelled wrongly");
        assertThat(finding.evidence().get("share")).isBetween(0.1, 0.3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void saysNothingOfHonestLabels(int seed) {
        assertThat(found(seed, 100, 0, 0)).as("told apart well").isEmpty();
        assertThat(found(seed, 100, 0.05, 0.05)).as("as noisy in both classes").isEmpty();
        assertThat(found(seed, 3, 0, 0)).as("overlapping").isEmpty();
        assertThat(found(seed, 1, 0, 0)).as("hardly told apart").isEmpty();
    }

    @Test
    void saysNothingOfARegression() {
        assertThat(new NoisyLabels(new Predictions(1, new double[ROWS]), new double[ROWS]).find("y", List.of()))
                .isEmpty();
    }

    /// @param steepness of the odds in the feature: large ones tell the classes apart
    /// @param yesNoise share of `yes` labelled `no`
    /// @param noNoise share of `no` labelled `yes`
    private static Optional<Finding> found(int seed, double steepness, double yesNoise, double noNoise) {
        Random chance = new Random(seed);
        double[] labels = new double[ROWS];
        double[] said = new double[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double odds = 1 / (1 + Math.exp(-steepness * chance.nextGaussian()));
            boolean truth = chance.nextDouble() < odds;
            boolean wrong = chance.nextDouble() < (truth ? yesNoise : noNoise);
            labels[row] = truth != wrong ? 1 : 0;
            double known = odds * (1 - yesNoise) + (1 - odds) * noNoise + 0.02 * chance.nextGaussian();
            said[2 * row + 1] = Math.clamp(known, 0, 1);
            said[2 * row] = 1 - said[2 * row + 1];
        }
        return new NoisyLabels(new Predictions(2, said), labels).find("y", List.of("no", "yes"));
    }
}
