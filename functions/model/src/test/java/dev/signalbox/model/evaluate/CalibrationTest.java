package dev.signalbox.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.evaluation.CalibrationBin;
import dev.signalbox.model.learn.Predictions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void measuresTheDistanceOfPredictedAndObserved() {
        // 40 rows: twenty of 0.2 with 8 positive, twenty of 0.9 with 16 positive.
        double[] values = new double[80];
        double[] target = new double[40];
        for (int row = 0; row < 40; row++) {
            double p = row < 20 ? 0.2 : 0.9;
            values[2 * row] = 1 - p;
            values[2 * row + 1] = p;
            target[row] = (row < 20 ? row < 8 : row < 36) ? 1 : 0;
        }
        List<CalibrationBin> bins = Calibration.bins(new Predictions(2, values), target);
        assertThat(bins).hasSize(2);
        assertThat(bins.getFirst().predicted()).isCloseTo(0.2, within(1e-12));
        assertThat(bins.getFirst().observed()).isEqualTo(0.4);
        assertThat(bins.getLast().rows()).isEqualTo(20);
        assertThat(Calibration.error(bins)).isCloseTo((0.2 + 0.1) / 2, within(1e-12));
    }

    @Test
    void keepsRowsOfEqualProbabilityTogether() {
        double[] values = new double[200];
        Arrays.fill(values, 0.5);
        List<CalibrationBin> bins = Calibration.bins(new Predictions(2, values), new double[100]);
        assertThat(bins).containsExactly(new CalibrationBin(0.5, 0, 100));
    }

    @Test
    void looksAtTheMostProbableOfSeveralClasses() {
        Predictions predictions = new Predictions(3, new double[] {0.6, 0.3, 0.1, 0.2, 0.2, 0.6});
        List<CalibrationBin> bins = Calibration.bins(predictions, new double[] {0, 1});
        assertThat(bins).containsExactly(new CalibrationBin(0.6, 0.5, 2));
    }

    @Test
    void hasNoErrorWithoutRows() {
        assertThat(Calibration.error(List.of())).isZero();
    }
}
