package dev.signalbox.model.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.model.learn.Predictions;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CalibratorProperties {
    @Property(tries = 200)
    void isotonicCalibrationNeverFalls(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int rows) {
        Random random = new Random(seed);
        double[] positive =
                random.doubles(rows).map(p -> Math.rint(p * 20) / 20).toArray();
        double[] target = random.doubles(rows).map(Math::rint).toArray();
        IsotonicScaling fitted = IsotonicFit.fit(
                Simulated.binary(positive), target, IntStream.range(0, rows).toArray());
        double before = 0;
        for (int i = 0; i <= 100; i++) {
            double calibrated = fitted.at(i / 100.0);
            assertThat(calibrated)
                    .isGreaterThanOrEqualTo(before)
                    .isGreaterThan(0)
                    .isLessThan(1);
            before = calibrated;
        }
    }

    @Property(tries = 200)
    void temperatureKeepsTheOrderOfClassesAndTheSumOfOne(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 5) double sharpness) {
        Predictions raw = Simulated.several(5, 4, 1, seed).predictions();
        Predictions scaled = new TemperatureScaling(sharpness).apply(raw);
        assertThat(scaled.mostProbable()).isEqualTo(raw.mostProbable());
        for (int row = 0; row < 5; row++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                sum += scaled.at(row, k);
            }
            assertThat(Math.abs(sum - 1)).isLessThan(1e-12);
        }
    }

    @Property(tries = 200)
    void plattScalingKeepsTheOrderOfRows(
            @ForAll @DoubleRange(min = 0.01, max = 0.98) double probability,
            @ForAll @DoubleRange(min = 0.05, max = 5) double slope,
            @ForAll @DoubleRange(min = -3, max = 3) double intercept) {
        Predictions scaled = new PlattScaling(slope, intercept)
                .apply(Simulated.binary(new double[] {probability, probability + 0.01}));
        assertThat(scaled.at(1, 1)).isGreaterThan(scaled.at(0, 1));
    }
}
