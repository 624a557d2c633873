package dev.signalbox.model.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.SplitConfig;
import dev.signalbox.contract.config.SplitKind;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.testing.Configs;
import dev.signalbox.model.testing.Datasets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitterTest {
    private static final String TIMED =
            "SELECT i % 7 AS a, DATE '2020-01-01' + ((i * 37) % 100)::INTEGER AS day, 'g' || i % 25 AS grp, "
                    + "(i * 31 % 7) % 2 AS y FROM range(3000) t(i)";

    private Datasets datasets;

    @BeforeEach
    void open(@TempDir Path folder) {
        datasets = new Datasets(folder);
    }

    @Test
    void keepsTheLatestRowsForTheHoldout() {
        PreparedRef prepared = prepare(TIMED, SplitKind.TIME, "day");
        long lastTrained = rows(prepared, RowSplit.TRAIN).stream()
                .mapToLong(SplitterTest::day)
                .max()
                .orElseThrow();
        long firstValid = rows(prepared, RowSplit.VALID).stream()
                .mapToLong(SplitterTest::day)
                .min()
                .orElseThrow();
        long lastValid = rows(prepared, RowSplit.VALID).stream()
                .mapToLong(SplitterTest::day)
                .max()
                .orElseThrow();
        long firstHeld = rows(prepared, RowSplit.HOLDOUT).stream()
                .mapToLong(SplitterTest::day)
                .min()
                .orElseThrow();

        assertThat(lastTrained).isLessThan(firstValid);
        assertThat(lastValid).isLessThan(firstHeld);
        assertThat(prepared.holdoutRows()).isBetween(550L, 650L);
    }

    @Test
    void keepsGroupsTogetherAndOutOfTheFeatures() {
        PreparedRef prepared = prepare(TIMED, SplitKind.GROUP, "grp");
        Set<Long> trained = groups(prepared, RowSplit.TRAIN);

        assertThat(groups(prepared, RowSplit.VALID)).isNotEmpty().doesNotContainAnyElementsOf(trained);
        assertThat(groups(prepared, RowSplit.HOLDOUT))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(trained)
                .doesNotContainAnyElementsOf(groups(prepared, RowSplit.VALID));
        assertThat(datasets.matrix(prepared.train()).features())
                .noneMatch(f -> f.source().equals("grp"));
    }

    @Test
    void dividesByTimeOrGroupWhereAColumnIsNamed() {
        assertThat(prepare(TIMED, SplitKind.AUTO, "day").holdout())
                .isEqualTo(prepare(TIMED, SplitKind.TIME, "day").holdout());
        assertThat(prepare(TIMED, SplitKind.AUTO, "grp").holdout())
                .isEqualTo(prepare(TIMED, SplitKind.GROUP, "grp").holdout());
    }

    @Test
    void keepsFewDuplicatesTogether() {
        PreparedRef prepared = prepare(
                "SELECT i * 17 % 1009 AS a, i % 2 AS y FROM range(300) t(i) UNION ALL "
                        + "SELECT i * 17 % 1009 AS a, i % 2 AS y FROM range(40) t(i)",
                SplitKind.AUTO, null);
        Set<Long> trained = rows(prepared, RowSplit.TRAIN);

        assertThat(rows(prepared, RowSplit.HOLDOUT).stream().filter(row -> row >= 300 && trained.contains(row - 300)))
                .isEmpty();
        assertThat(trained.stream().filter(row -> row >= 300).allMatch(row -> trained.contains(row - 300)))
                .isTrue();
    }

    @Test
    void refusesAColumnThatCannotDivide() {
        assertThatThrownBy(() -> prepare(TIMED, SplitKind.TIME, "grp"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is text");
        assertThatThrownBy(() -> prepare(TIMED, SplitKind.TIME, "days"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("split.column")
                .hasMessageContaining("'day'");
        assertThatThrownBy(() ->
                        prepare("SELECT i % 7 AS a, 1 AS g, i % 2 AS y FROM range(100) t(i)", SplitKind.GROUP, "g"))
                .isInstanceOf(DataQuality.class)
                .hasMessageContaining("expected some of each");
    }

    @Property(tries = 200)
    void givesEveryStratumItsShare(
            @ForAll @IntRange(min = 3, max = 400) int rows,
            @ForAll @IntRange(min = 1, max = 5) int strata,
            @ForAll long seed) {
        int[] places = new int[rows];
        Arrays.setAll(places, i -> i);
        int[] stratum = Arrays.stream(places).map(i -> i % strata).toArray();
        Shares shares = new Shares(0.2, 0.2, seed);

        RowSplit split = RandomSplit.split(places, stratum, strata, places, shares);

        assertThat(split.train().length + split.valid().length + split.holdout().length)
                .isEqualTo(rows);
        for (int s = 0; s < strata; s++) {
            int wanted = s;
            long size = Arrays.stream(stratum).filter(x -> x == wanted).count();
            long held = Arrays.stream(split.holdout())
                    .filter(row -> stratum[row] == wanted)
                    .count();
            assertThat(held).isEqualTo(shares.holdoutOf((int) size));
        }
    }

    private PreparedRef prepare(String query, SplitKind kind, String column) {
        return datasets.prepare(
                        query,
                        Configs.of("y")
                                .split(new SplitConfig(kind, column, 0, 0))
                                .build(),
                        Task.BINARY)
                .prepared();
    }

    private Set<Long> rows(PreparedRef prepared, byte part) {
        var ref = part == RowSplit.TRAIN
                ? prepared.train()
                : part == RowSplit.VALID ? prepared.valid() : prepared.holdout();
        return Arrays.stream(datasets.matrix(ref).rowIds()).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    private Set<Long> groups(PreparedRef prepared, byte part) {
        return rows(prepared, part).stream().map(row -> row % 25).collect(Collectors.toSet());
    }

    private static long day(long row) {
        return row * 37 % 100;
    }
}
