package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.model.learn.Predictions;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Predictions SCORES = new Predictions(2, new double[] {.9, .1, .6, .4, .65, .35, .2, .8});
    private static final double[] TARGET = {0, 0, 1, 1};

    @Test
    void drawsTheRocOfScikitLearnsExample() {
        // roc_curve([0, 0, 1, 1], [.1, .4, .35, .8]) in the documentation of scikit-learn.
        assertThat(Curves.roc(SCORES, TARGET))
                .containsExactly(
                        new CurvePoint(0, 0),
                        new CurvePoint(0, 0.5),
                        new CurvePoint(0.5, 0.5),
                        new CurvePoint(0.5, 1),
                        new CurvePoint(1, 1));
    }

    @Test
    void drawsPrecisionAndRecallOfScikitLearnsExample() {
        assertThat(Curves.precisionRecall(SCORES, TARGET))
                .containsExactly(
                        new CurvePoint(0, 1),
                        new CurvePoint(0.5, 1),
                        new CurvePoint(0.5, 0.5),
                        new CurvePoint(1, 2.0 / 3),
                        new CurvePoint(1, 0.5));
    }

    @Test
    void keepsBothEndsOfLongCurves() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = random.doubles(10_000).toArray();
        double[] target = random.doubles(5_000).map(Math::rint).toArray();
        List<CurvePoint> roc = Curves.roc(new Predictions(2, values), target);
        assertThat(roc).hasSize(200);
        assertThat(roc.getFirst()).isEqualTo(new CurvePoint(0, 0));
        assertThat(roc.getLast()).isEqualTo(new CurvePoint(1, 1));
    }

    @Test
    void drawsNothingOfOneClass() {
        assertThat(Curves.roc(SCORES, new double[4])).isEmpty();
        assertThat(Curves.precisionRecall(SCORES, new double[4])).isEmpty();
    }

    @Test
    void samplesTheSameResidualsForTheSameSeed() {
        Predictions numbers = new Predictions(1, new double[2_000]);
        assertThat(Curves.residuals(numbers, new double[2_000], 3))
                .hasSize(500)
                .isEqualTo(Curves.residuals(numbers, new double[2_000], 3));
    }
}
