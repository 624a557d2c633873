package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.config.Task;
import dev.signalbox.model.table.NumberColumn;
import dev.signalbox.model.table.TableColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Property(tries = 200)
    void predictsEachRowOnceByWhatDidNotSeeItOrACopyOfIt(
            @ForAll @IntRange(min = 40, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 4) int classes,
            @ForAll @IntRange(min = 1, max = 9) int copies,
            @ForAll long seed) {
        int[] pool = IntStream.range(0, rows).map(i -> i * 3).toArray();
        int[] strata = IntStream.range(0, rows).map(i -> (i / copies) % classes).toArray();
        int[] units = IntStream.range(0, rows).map(i -> i / copies).toArray();

        List<FoldRows> folds = new Folds(numbers(rows * 3), pool, seed)
                .random(strata, classes, units)
                .orElseThrow();

        List<Integer> predicted = new ArrayList<>();
        for (FoldRows fold : folds) {
            Set<Integer> trained = set(fold.train());
            Set<Integer> unitsTrained = new HashSet<>();
            trained.forEach(row -> unitsTrained.add(units[row / 3]));
            for (int row : fold.valid()) {
                predicted.add(row);
                assertThat(trained).doesNotContain(row);
                assertThat(unitsTrained).doesNotContain(units[row / 3]);
            }
            assertThat(fold.train().length + fold.valid().length).isEqualTo(rows);
        }
        assertThat(predicted).hasSize(rows).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void givesEachFoldItsShareOfEachStratum(
            @ForAll @IntRange(min = 20, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll long seed) {
        int[] pool = IntStream.range(0, rows).toArray();
        int[] strata = Arrays.stream(pool).map(i -> i % classes).toArray();

        List<FoldRows> folds = new Folds(numbers(rows), pool, seed)
                .random(strata, classes, pool)
                .orElseThrow();

        assertThat(folds).hasSize(Folds.COUNT);
        for (FoldRows fold : folds) {
            assertThat(fold.valid().length).isBetween(rows / Folds.COUNT, rows / Folds.COUNT + 1);
            for (int stratum = 0; stratum < classes; stratum++) {
                int wanted = stratum;
                int all = (int) Arrays.stream(strata).filter(s -> s == wanted).count();
                int here = (int) Arrays.stream(fold.valid())
                        .filter(row -> strata[row] == wanted)
                        .count();
                assertThat(here).isBetween(all / Folds.COUNT, all / Folds.COUNT + 1);
            }
        }
    }

    @Test
    void keepsGroupsTogetherInFoldsOfLikeSize() {
        int[] pool = IntStream.range(0, 200).toArray();
        double[] groups = Arrays.stream(pool)
                .mapToDouble(i -> Math.sqrt(i))
                .map(Math::floor)
                .toArray();

        List<FoldRows> folds =
                new Folds(numbers(200), pool, 7).grouped(column(groups)).orElseThrow();

        assertThat(folds).hasSize(Folds.COUNT).allSatisfy(fold -> {
            assertThat(fold.valid().length).isBetween(36, 44);
            Set<Double> trained = new HashSet<>();
            Arrays.stream(fold.train()).forEach(row -> trained.add(groups[row]));
            assertThat(Arrays.stream(fold.valid()).mapToObj(row -> groups[row])).doesNotContainAnyElementsOf(trained);
        });
    }

    @Test
    void hasAsManyFoldsAsGroupsAndNoneForOneGroup() {
        int[] pool = IntStream.range(0, 90).toArray();
        double[] three = Arrays.stream(pool).mapToDouble(i -> i % 3).toArray();

        assertThat(new Folds(numbers(90), pool, 7).grouped(column(three)).orElseThrow())
                .hasSize(3);
        assertThat(new Folds(numbers(90), pool, 7).grouped(column(new double[90])))
                .isEmpty();
    }

    @Test
    void predictsTheLaterHalfFromWhatCameBefore() {
        int[] pool = IntStream.range(0, 100).toArray();
        double[] times = Arrays.stream(pool).mapToDouble(i -> i * 37 % 100 / 3).toArray();

        List<FoldRows> folds = new Folds(numbers(100), pool, 7).inTime(times).orElseThrow();

        assertThat(folds).hasSize(Folds.COUNT).allSatisfy(fold -> {
            double firstPredicted = Arrays.stream(fold.valid())
                    .mapToDouble(row -> times[row])
                    .min()
                    .orElseThrow();
            assertThat(Arrays.stream(fold.train()).mapToDouble(row -> times[row]))
                    .allMatch(time -> time < firstPredicted);
            assertThat(fold.train().length).isGreaterThanOrEqualTo(48);
        });
        assertThat(folds.stream().mapToInt(fold -> fold.valid().length).sum()).isBetween(48, 53);
    }

    @Test
    void hasNoFoldsWhereOneWouldLackAClass() {
        int[] pool = IntStream.range(0, 50).toArray();
        double[] late = Arrays.stream(pool).mapToDouble(i -> i < 40 ? 0 : 1).toArray();
        Target target = new Target(Task.BINARY, "y", List.of("a", "b"), late, pool);
        double[] times = Arrays.stream(pool).asDoubleStream().toArray();

        Optional<List<FoldRows>> folds = new Folds(target, pool, 7).inTime(times);

        assertThat(folds).as("the earlier half knows one class alone").isEmpty();
    }

    @Test
    void areNeededForFewerThanAThousandRowsOfNotTooManyColumns() {
        assertThat(new Folds(numbers(999), new int[999], 7).areNeeded(2_000)).isTrue();
        assertThat(new Folds(numbers(1000), new int[1000], 7).areNeeded(2_000)).isFalse();
        assertThat(new Folds(numbers(999), new int[999], 7).areNeeded(5_000)).isFalse();
    }

    private static Target numbers(int rows) {
        int[] all = IntStream.range(0, rows).toArray();
        return new Target(
                Task.REGRESSION,
                "y",
                List.of(),
                Arrays.stream(all).asDoubleStream().toArray(),
                all);
    }

    private static TableColumn column(double[] values) {
        return new NumberColumn("g", ColumnType.INTEGER, values);
    }

    private static Set<Integer> set(int[] rows) {
        Set<Integer> set = new HashSet<>();
        Arrays.stream(rows).forEach(set::add);
        return set;
    }
}
