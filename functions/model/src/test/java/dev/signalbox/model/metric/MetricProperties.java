package dev.signalbox.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.Predictions;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class MetricProperties {
    @Property(tries = 300)
    void aucIsTheShareOfPairsInOrder(@ForAll("scored") List<Tuple2<Integer, Integer>> rows) {
        double inOrder = 0;
        long pairs = 0;
        for (Tuple2<Integer, Integer> positive : rows) {
            for (Tuple2<Integer, Integer> negative : rows) {
                if (positive.get1() == 1 && negative.get1() == 0) {
                    inOrder += (Integer.signum(positive.get2() - negative.get2()) + 1) / 2.0;
                    pairs++;
                }
            }
        }
        Assume.that(pairs > 0);
        assertThat(auc(rows, 20)).isCloseTo(inOrder / pairs, within(1e-12));
    }

    @Property(tries = 200)
    void aRisingTransformKeepsTheAuc(@ForAll("scored") List<Tuple2<Integer, Integer>> rows) {
        Assume.that(hasBothClasses(rows));
        double[] squashed = rows.stream()
                .mapToDouble(row -> 1 / (1 + Math.exp(-row.get2() / 3.0)))
                .toArray();
        double transformed = Metrics.value(MetricName.ROC_AUC, MetricsTest.binary(squashed), target(rows), 2);
        assertThat(transformed).isEqualTo(auc(rows, 20));
    }

    @Property(tries = 200)
    void theOrderOfRowsChangesNoValue(@ForAll("scored") List<Tuple2<Integer, Integer>> rows, @ForAll long seed) {
        List<Tuple2<Integer, Integer>> shuffled = new java.util.ArrayList<>(rows);
        java.util.Collections.shuffle(shuffled, new Random(seed));
        for (MetricName name : List.of(MetricName.PR_AUC, MetricName.LOG_LOSS, MetricName.BRIER, MetricName.F1)) {
            double one = Metrics.value(name, MetricsTest.binary(scores(rows, 20)), target(rows), 2);
            double other = Metrics.value(name, MetricsTest.binary(scores(shuffled, 20)), target(shuffled), 2);
            assertThat(Double.isNaN(one) && Double.isNaN(other) || Math.abs(one - other) < 1e-12)
                    .as(name.id())
                    .isTrue();
        }
    }

    @Property(tries = 60)
    void intervalsContainTheValueAndStayWithinBounds(
            @ForAll("scored") List<Tuple2<Integer, Integer>> rows, @ForAll long seed) {
        Predictions predictions = MetricsTest.binary(scores(rows, 20));
        Metrics.measure(predictions, target(rows), 2, seed).forEach((name, value) -> {
            assertThat(value.low()).isBetween(0.0, value.value());
            assertThat(value.high()).isGreaterThanOrEqualTo(value.value());
            assertThat(name.higherIsBetter() ? value.high() : 0).isLessThanOrEqualTo(1);
        });
    }

    @Property(tries = 200)
    void weightsCountRowsAsOftenAsTheySay(@ForAll("scored") List<Tuple2<Integer, Integer>> rows, @ForAll long seed) {
        Random random = new Random(seed);
        int[] weights = random.ints(rows.size(), 0, 4).toArray();
        List<Tuple2<Integer, Integer>> repeated = new java.util.ArrayList<>();
        for (int row = 0; row < weights.length; row++) {
            for (int i = 0; i < weights[row]; i++) {
                repeated.add(rows.get(row));
            }
        }
        Assume.that(hasBothClasses(repeated));
        MetricSet weighted = new MetricSet(MetricsTest.binary(scores(rows, 20)), target(rows), 2);
        MetricSet plain = new MetricSet(MetricsTest.binary(scores(repeated, 20)), target(repeated), 2);
        int[] once = Resamples.once(repeated.size());
        weighted.of(MetricSet.of(true))
                .forEach((name, metric) -> assertThat(metric.value(weights))
                        .as(name.id())
                        .isCloseTo(plain.metric(name).value(once), within(1e-12)));
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, Integer>>> scored() {
        Arbitrary<Integer> label = Arbitraries.integers().between(0, 1);
        Arbitrary<Integer> score = Arbitraries.integers().between(0, 20);
        return label.flatMap(y -> score.map(s -> Tuple.of(y, s)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static double auc(List<Tuple2<Integer, Integer>> rows, double scale) {
        return Metrics.value(MetricName.ROC_AUC, MetricsTest.binary(scores(rows, scale)), target(rows), 2);
    }

    private static boolean hasBothClasses(List<Tuple2<Integer, Integer>> rows) {
        return rows.stream().mapToInt(Tuple2::get1).distinct().count() == 2;
    }

    private static double[] scores(List<Tuple2<Integer, Integer>> rows, double scale) {
        return rows.stream().mapToDouble(row -> row.get2() / scale).toArray();
    }

    private static double[] target(List<Tuple2<Integer, Integer>> rows) {
        return rows.stream().mapToDouble(Tuple2::get1).toArray();
    }
}
