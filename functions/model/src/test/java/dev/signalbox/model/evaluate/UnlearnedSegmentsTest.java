package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Three plans of 200 rows each; the model is right in nineteen of twenty rows of the first two.
class UnlearnedSegmentsTest {
    private static final int ROWS = 600;

    private final Random chance = new Random(3);
    private final float[] plan = new float[ROWS];
    private final double[] answer = new double[ROWS];
    private final double[] said = new double[2 * ROWS];

    @Test
    void namesTheValueWithinWhichAnswersAreChance() {
        List<Finding> findings = findings(row -> chance.nextBoolean());

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo(FindingCode.UNLEARNED_SEGMENT);
        assertThat(findings.getFirst().message()).contains("'plan' is 'gold'");
    }

    @Test
    void saysNothingOfAValueThatNearlyAlwaysHasOneAnswer() {
        assertThat(findings(row -> chance.nextDouble() < 0.95)).isEmpty();
    }

    /// @param gold the answer of a row of the third plan, where the model knows the share only, and roughly
    private List<Finding> findings(IntPredicate gold) {
        int golden = 0;
        for (int row = 0; row < ROWS; row++) {
            plan[row] = row % 3;
            boolean one = plan[row] == 2 ? gold.test(row) : chance.nextBoolean();
            answer[row] = one ? 1 : 0;
            golden += plan[row] == 2 && one ? 1 : 0;
        }
        double share = golden / (ROWS / 3.0);
        for (int row = 0; row < ROWS; row++) {
            double right = chance.nextDouble() < 0.95 ? answer[row] : 1 - answer[row];
            said[2 * row + 1] = plan[row] == 2 ? share + 0.02 : 0.05 + 0.9 * right;
            said[2 * row] = 1 - said[2 * row + 1];
        }
        Feature feature = new Feature("plan", "plan", FeatureKind.CATEGORICAL, List.of("basic", "plus", "gold"));
        return new UnlearnedSegments(new Predictions(2, said), answer)
                .find(new Matrix(
                        List.of(feature),
                        plan,
                        new double[0],
                        LongStream.range(0, ROWS).toArray()));
    }
}
