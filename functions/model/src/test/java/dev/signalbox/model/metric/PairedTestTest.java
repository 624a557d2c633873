package dev.signalbox.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.model.learn.Predictions;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    @Test
    void findsNoGainOfAModelOverItself() {
        Predictions predictions = new Predictions(1, new double[] {1, 2, 3, 4});
        Gain gain =
                new PairedTest(MetricName.RMSE, new double[] {1, 1, 3, 5}, 0, 0.95, 0).gain(predictions, predictions);
        assertThat(gain.value()).isZero();
        assertThat(gain.pValue()).isEqualTo(1);
    }

    @Test
    void seesASmallGainThatEveryRowShares() {
        Random random = new Random(1);
        double[] target = random.doubles(60).toArray();
        double[] worse = new double[60];
        double[] better = new double[60];
        for (int row = 0; row < 60; row++) {
            double error = random.nextGaussian();
            worse[row] = target[row] + error;
            better[row] = target[row] + error * 0.97;
        }
        Gain gain = new PairedTest(MetricName.MAE, target, 0, 0.95, 0)
                .gain(new Predictions(1, better), new Predictions(1, worse));
        assertThat(gain.value()).isPositive();
        assertThat(gain.pValue()).isLessThan(0.01);
    }

    @Test
    void isWrongAboutEqualModelsAsOftenAsItSays() {
        int wrong = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            double[] target = new double[30];
            Predictions one = new Predictions(1, random.doubles(30).toArray());
            Predictions other = new Predictions(1, random.doubles(30).toArray());
            wrong += new PairedTest(MetricName.MAE, target, 0, 0.95, seed)
                                    .gain(one, other)
                                    .pValue()
                            < 0.05
                    ? 1
                    : 0;
        }
        assertThat(wrong / 400.0).isBetween(0.02, 0.08);
    }

    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        int rmse = 0;
        int auc = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            rmse += covers(regression(random, 40), 1) ? 1 : 0;
            auc += covers(binary(random, 80), 0.7602499) ? 1 : 0;
        }
        assertThat(rmse / 300.0).isBetween(0.90, 0.985);
        assertThat(auc / 300.0).isBetween(0.91, 0.985);
    }

    @Test
    void knowsTheQuantilesOfTheNormalDistribution() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-8));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-8));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-12));
        // Student's 0.975 quantile with 9 degrees of freedom is 2.2622.
        assertThat(Normal.smallSampleFactor(10, 0.975)).isCloseTo(Math.sqrt(10 / 9.0) * 2.2622 / 1.96, within(5e-3));
    }

    private static boolean covers(MetricValue interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    /// Errors of a standard deviation of 1: the RMSE of all rows to come is 1.
    private static MetricValue regression(Random random, int rows) {
        Predictions predictions = new Predictions(
                1, random.doubles(rows).map(any -> random.nextGaussian()).toArray());
        return Metrics.measure(predictions, new double[rows], 0, random.nextLong())
                .get(MetricName.RMSE);
    }

    /// Scores of the positive class lie one standard deviation higher: the AUC of all rows to come is
    /// Φ(1/√2), 0.7602.
    private static MetricValue binary(Random random, int rows) {
        double[] target = new double[rows];
        double[] positive = new double[rows];
        for (int row = 0; row < rows; row++) {
            target[row] = row % 2;
            positive[row] = 1 / (1 + Math.exp(-random.nextGaussian() - target[row]));
        }
        return Metrics.measure(MetricsTest.binary(positive), target, 2, random.nextLong())
                .get(MetricName.ROC_AUC);
    }
}
