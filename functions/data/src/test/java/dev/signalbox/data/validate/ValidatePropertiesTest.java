package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.stage.DataVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ValidatePropertiesTest {
    @Property(tries = 40)
    void anotherSampleOfCleanDataIsNeverAnError(
            @ForAll @DoubleRange(min = -1, max = 1) double seed,
            @ForAll @DoubleRange(min = -1, max = 1) double other,
            @ForAll @IntRange(min = 60, max = 900) int rows,
            @ForAll @IntRange(min = 60, max = 900) int otherRows) {
        inFolder(folder -> {
            Bench bench = new Bench(folder);
            assertThat(bench.seed(seed).judge(Tables.customers(rows)).result().dataContract())
                    .isNotNull();
            Judged judged = bench.seed(other).judge(Tables.customers(otherRows));
            assertThat(judged.errors()).isEmpty();
            assertThat(judged.result().verdict()).isEqualTo(DataVerdict.USABLE);
        });
    }

    /// Sixty rows whose long tail fell short by chance, and whose middle did not move.
    @Example
    void aShortTailIsNotAnotherUnit() {
        anotherSampleOfCleanDataIsNeverAnError(0.01, 0.14, 70, 60);
    }

    @Property(tries = 25)
    void aResampleOfATableKeepsItsContract(
            @ForAll @DoubleRange(min = -1, max = 1) double seed, @ForAll @IntRange(min = 60, max = 600) int rows) {
        inFolder(folder -> {
            Bench bench = new Bench(folder).seed(seed);
            bench.judge(Tables.houses(rows));
            Judged judged = bench.judge("WITH t AS MATERIALIZED (SELECT *, row_number() OVER () AS n FROM ("
                    + Tables.houses(rows) + ")), picks AS (SELECT 1 + floor(random() * " + rows
                    + ")::BIGINT AS n FROM range(" + rows + ")) SELECT t.* EXCLUDE (n) FROM picks JOIN t USING (n)");
            assertThat(judged.errors()).isEmpty();
        });
    }

    @Property(tries = 40)
    void countsOfAProfileAddUp(
            @ForAll @DoubleRange(min = -1, max = 1) double seed,
            @ForAll @IntRange(min = 0, max = 400) int rows,
            @ForAll @IntRange(min = 1, max = 60) int values) {
        inFolder(folder -> {
            String column = " CASE WHEN random() < 0.2 THEN NULL ELSE floor(random() * " + values + ") END";
            Judged judged = new Bench(folder)
                    .seed(seed)
                    .judge("SELECT" + column + " AS a," + column + "::BIGINT AS b," + column
                            + "::VARCHAR AS c, random() AS d, range AS y FROM range(" + rows + ")");
            judged.profile().columns().forEach(profile -> assertAddsUp(profile, rows));
        });
    }

    private static void assertAddsUp(ColumnProfile profile, int rows) {
        long shown = profile.top().stream().mapToLong(value -> value.count()).sum();
        assertThat(shown).isLessThanOrEqualTo(rows - profile.missing());
        if (profile.distinct() <= 20) {
            assertThat(shown).isEqualTo(rows - profile.missing());
        }
        Histogram histogram = profile.histogram();
        if (histogram != null) {
            assertThat(histogram.counts().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(rows - profile.missing());
            assertThat(histogram.edges()).isSorted();
        }
        assertThat(profile.quantiles()).isSorted();
    }

    private static void inFolder(Consumer<Path> work) {
        try {
            Path folder = Files.createTempDirectory("validate");
            work.accept(folder);
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
