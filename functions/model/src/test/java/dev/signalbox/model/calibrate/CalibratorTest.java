package dev.signalbox.model.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibratorTest {
    @Test
    void findsTheLogOddsOfAModelThatIsTooSure() {
        Simulated rows = Simulated.binary(900, 3, 1);
        Calibrated calibrated =
                Calibrator.fit(rows.predictions(), rows.target(), 2, 0).orElseThrow();
        assertThat(calibrated.calibrator()).isInstanceOfSatisfying(PlattScaling.class, platt -> {
            assertThat(platt.slope()).isCloseTo(1.0 / 3, within(0.08));
            assertThat(platt.intercept()).isCloseTo(0, within(0.25));
        });
        assertThat(calibrated.lossAfterNats())
                .isCloseTo(
                        Metrics.value(MetricName.LOG_LOSS, calibrated.crossFitted(), rows.target(), 2), within(1e-6));
    }

    @Test
    void leavesAGoodModelAlone() {
        int kept = 0;
        for (int seed = 0; seed < 40; seed++) {
            Simulated rows = Simulated.binary(200, 1, seed);
            kept += Calibrator.fit(rows.predictions(), rows.target(), 2, 0).isPresent() ? 1 : 0;
        }
        assertThat(kept).isLessThanOrEqualTo(4);
    }

    @Test
    void straightensACurveThatNoLogisticFits() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 6_000;
        double[] positive = new double[rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            positive[row] = random.nextDouble();
            double truth = positive[row] < 0.5 ? 0.3 : positive[row] < 0.6 ? 0.35 : 0.95;
            target[row] = random.nextDouble() < truth ? 1 : 0;
        }
        Predictions predictions = Simulated.binary(positive);
        Calibrated calibrated = Calibrator.fit(predictions, target, 2, 0).orElseThrow();
        assertThat(calibrated.calibrator()).isInstanceOf(IsotonicScaling.class);
        Predictions applied = calibrated.calibrator().apply(Simulated.binary(new double[] {0.2, 0.9}));
        assertThat(applied.at(0, 1)).isCloseTo(0.3, within(0.06));
        assertThat(applied.at(1, 1)).isCloseTo(0.95, within(0.03));
    }

    @Test
    void coolsOrWarmsSeveralClasses() {
        Simulated rows = Simulated.several(1_000, 3, 2.5, 5);
        Calibrated calibrated =
                Calibrator.fit(rows.predictions(), rows.target(), 3, 0).orElseThrow();
        assertThat(calibrated.calibrator())
                .isInstanceOfSatisfying(
                        TemperatureScaling.class,
                        it -> assertThat(it.sharpness()).isCloseTo(1 / 2.5, within(0.08)));
        assertThat(calibrated.lossAfterNats()).isLessThan(calibrated.lossBeforeNats());
    }

    @Test
    void keepsTheClassThatIsMostProbable() {
        Simulated rows = Simulated.several(300, 4, 1, 9);
        Predictions warmed = new TemperatureScaling(0.3).apply(rows.predictions());
        assertThat(Metrics.value(MetricName.ACCURACY, warmed, rows.target(), 4))
                .isEqualTo(Metrics.value(MetricName.ACCURACY, rows.predictions(), rows.target(), 4));
    }

    @Test
    void refusesToTurnAModelRound() {
        Simulated rows = Simulated.binary(400, -1, 4);
        assertThat(Calibrator.fit(rows.predictions(), rows.target(), 2, 0)).isEmpty();
    }

    @Test
    void needsEnoughRowsOfEachClass() {
        Simulated few = Simulated.binary(39, 5, 1);
        assertThat(Calibrator.fit(few.predictions(), few.target(), 2, 0)).isEmpty();
        Simulated rows = Simulated.binary(100, 5, 1);
        assertThat(Calibrator.fit(rows.predictions(), new double[100], 2, 0)).isEmpty();
        assertThat(Calibrator.fit(new Predictions(1, new double[100]), new double[100], 0, 0))
                .isEmpty();
    }

    @Test
    void survivesProbabilitiesOfZeroAndOne() {
        double[] positive = new double[100];
        double[] target = new double[100];
        for (int row = 0; row < 100; row++) {
            positive[row] = row % 2;
            target[row] = row % 10 == 0 ? 1 - row % 2 : row % 2;
        }
        Calibrated calibrated =
                Calibrator.fit(Simulated.binary(positive), target, 2, 0).orElseThrow();
        assertThat(Arrays.stream(calibrated.crossFitted().values())).allMatch(p -> p > 0 && p < 1);
    }

    @Test
    void readsBackFromJson() throws Exception {
        for (Calibrator calibrator : List.of(
                new PlattScaling(0.5, -1),
                new IsotonicScaling(List.of(0.1, 0.9), List.of(0.2, 0.8)),
                new TemperatureScaling(2))) {
            String json = ContractJson.LENIENT.writeValueAsString(calibrator);
            assertThat(ContractJson.LENIENT.readValue(json, Calibrator.class)).isEqualTo(calibrator);
        }
        assertThat(ContractJson.LENIENT.writeValueAsString(new PlattScaling(0.5, -1)))
                .isEqualTo("{\"method\":\"platt\",\"slope\":0.5,\"intercept\":-1.0}");
    }

    @Test
    void cannotBeBuiltWrong() {
        assertThatThrownBy(() -> new PlattScaling(0, 0)).hasMessageContaining("slope is 0.0");
        assertThatThrownBy(() -> new TemperatureScaling(Double.NaN)).hasMessageContaining("sharpness is NaN");
        assertThatThrownBy(() -> new IsotonicScaling(List.of(0.5, 0.1), List.of(0.1, 0.2)))
                .hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new IsotonicScaling(List.of(), List.of())).hasMessageContaining("one at least");
    }

    @Test
    void givesTheSameAnswerForTheSameSeed() {
        Simulated rows = Simulated.binary(300, 4, 1);
        assertThat(Calibrator.fit(rows.predictions(), rows.target(), 2, 5)
                        .orElseThrow()
                        .crossFitted()
                        .values())
                .isEqualTo(Calibrator.fit(rows.predictions(), rows.target(), 2, 5)
                        .orElseThrow()
                        .crossFitted()
                        .values());
    }
}
