package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.data.validate.profile.DatasetScanner;
import dev.signalbox.data.validate.profile.ScannedDataset;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void writesEachColumnDownInNumbers() {
        DatasetProfile profile = bench.judge("""
            SELECT * FROM (VALUES
              (1.5::DOUBLE, 1::BIGINT, true, 'b', DATE '1970-01-02', TIMESTAMP '1970-01-01 00:00:01.5', 1),
              (2.5, 1, false, 'a', NULL, NULL, 2),
              (NULL, 4, NULL, 'b', DATE '1970-01-04', NULL, 3),
              (4.0, NULL, true, NULL, DATE '1970-01-02', NULL, 4)) AS t(number, whole, truth, text, day, moment, y)
            """).profile();

        assertThat(profile.rows()).isEqualTo(4);
        ColumnProfile number = profile.column("number").orElseThrow();
        assertThat(number.type()).isEqualTo(ColumnType.NUMBER);
        assertThat(number.missing()).isEqualTo(1);
        assertThat(number.distinct()).isEqualTo(3);
        assertThat(number.min()).isEqualTo(1.5);
        assertThat(number.max()).isEqualTo(4);
        assertThat(number.mean()).isCloseTo(8 / 3.0, within(1e-12));
        assertThat(number.standardDeviation()).isCloseTo(1.258305739, within(1e-9));
        assertThat(number.quantiles()).hasSize(7).element(3).isEqualTo(2.5);
        assertThat(number.histogram().edges()).containsExactly(1.5, 2.5, 4.0);
        assertThat(number.histogram().counts()).containsExactly(1L, 2L);
        assertThat(profile.column("whole").orElseThrow().top())
                .containsExactly(new ValueCount("1", 2), new ValueCount("4", 1));
        assertThat(profile.column("truth").orElseThrow().top())
                .containsExactly(new ValueCount("true", 2), new ValueCount("false", 1));
        assertThat(profile.column("text").orElseThrow()).satisfies(text -> {
            assertThat(text.top()).containsExactly(new ValueCount("b", 2), new ValueCount("a", 1));
            assertThat(text.histogram()).isNull();
            assertThat(text.quantiles()).isEmpty();
            assertThat(text.mean()).isNull();
        });
        assertThat(profile.column("day").orElseThrow()).satisfies(day -> {
            assertThat(day.type()).isEqualTo(ColumnType.DATE);
            assertThat(day.min()).isEqualTo(86_400);
            assertThat(day.top().getFirst()).isEqualTo(new ValueCount("1970-01-02", 2));
        });
        assertThat(profile.column("moment").orElseThrow().top())
                .containsExactly(new ValueCount("1970-01-01 00:00:01.500000", 1));
    }

    @Test
    void keepsColumnsWithoutAnyValue() {
        DatasetProfile profile = bench.judge(
                        "SELECT NULL::DOUBLE AS a, NULL::VARCHAR AS b, 'inf'::DOUBLE AS c, 'nan'::DOUBLE AS d, range %"
                                + " 2 AS y FROM range(50)")
                .profile();

        assertThat(profile.column("a").orElseThrow().missing()).isEqualTo(50);
        assertThat(profile.column("a").orElseThrow().min()).isNull();
        assertThat(profile.column("b").orElseThrow().top()).isEmpty();
        assertThat(profile.column("c").orElseThrow()).satisfies(infinite -> {
            assertThat(infinite.missing()).isZero();
            assertThat(infinite.max()).isNull();
            assertThat(infinite.top()).containsExactly(new ValueCount("inf", 50));
        });
        assertThat(profile.column("d").orElseThrow().missing()).isEqualTo(50);
    }

    @Test
    void describesATableWithoutRows() {
        Judged judged = bench.judge("SELECT 1.5 AS x, 'a' AS y LIMIT 0");

        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.UNUSABLE);
        assertThat(judged.profile().rows()).isZero();
        assertThat(judged.profile().columns()).hasSize(2);
    }

    @Test
    void takesAnyNameForAColumn() {
        Judged judged = bench.target("täglich\"; DROP TABLE x; --")
                .judge("SELECT random() AS \"a\"\"b\", random() AS \"it's\", random() AS \"名前\", random() AS \"with"
                        + " space\", random() AS \"select\", random() AS \"🐧\n"
                        + "line\", range % 2 AS \"täglich\"\"; DROP TABLE x; --\" FROM range(100)");

        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.USABLE);
        assertThat(judged.profile().columns())
                .extracting(ColumnProfile::name)
                .contains("a\"b", "it's", "名前", "🐧\nline", "täglich\"; DROP TABLE x; --");
    }

    @Test
    void readsTwoThousandColumns() {
        StringBuilder columns = new StringBuilder("SELECT range % 2 AS y");
        for (int i = 0; i < 1_999; i++) {
            columns.append(", random() AS c").append(i);
        }
        Judged judged = bench.judge(columns + " FROM range(120)");

        assertThat(judged.profile().columns()).hasSize(2_000);
        assertThat(judged.errors()).isEmpty();
    }

    @Test
    void keepsLongTextsShort() {
        Judged judged =
                bench.judge("SELECT repeat('x', 100000) || range AS t, random() AS x, range % 2 AS y FROM range(60)");

        ColumnProfile text = judged.profile().column("t").orElseThrow();
        assertThat(text.distinct()).isEqualTo(60);
        assertThat(text.top()).allSatisfy(value -> assertThat(value.value()).hasSize(200));
    }

    @Test
    void countsALargeTableExactlyWhereItSamples() {
        DatasetRef table = bench.table(
                "SELECT " + Tables.NORMAL + " AS normal, floor(random() * 200000)::BIGINT AS many, range AS id, 'v' ||"
                        + " floor(random() * 30000)::INT AS text, range % 7 AS few, random() < 0.3"
                        + " AS y FROM range(120000)");
        Path file = Path.of(URI.create(table.table().uri()));
        DatasetProfile profile = bench.judge(table).profile();

        ColumnProfile normal = profile.column("normal").orElseThrow();
        assertThat(normal.histogram().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(120_000);
        assertThat(normal.histogram().counts())
                .allSatisfy(count -> assertThat(count).isBetween(11_000L, 13_000L));
        try (DuckSession session = bench.session()) {
            String from = " FROM " + Sql.parquet(file);
            assertThat(normal.mean())
                    .isCloseTo(session.single("SELECT avg(normal)" + from, row -> row.getDouble(1)), within(1e-9));
            assertThat(normal.standardDeviation())
                    .isCloseTo(
                            session.single("SELECT stddev_samp(normal)" + from, row -> row.getDouble(1)), within(1e-9));
            assertThat(normal.max()).isEqualTo(session.single("SELECT max(normal)" + from, row -> row.getDouble(1)));
            assertThat(normal.quantiles().get(3)).isCloseTo(0, within(0.02));
            double many = session.count("SELECT count(DISTINCT many)" + from);
            assertThat((double) profile.column("many").orElseThrow().distinct()).isCloseTo(many, within(0.03 * many));
            double texts = session.count("SELECT count(DISTINCT text)" + from);
            assertThat((double) profile.column("text").orElseThrow().distinct()).isCloseTo(texts, within(0.03 * texts));
        }
        assertThat(profile.column("id").orElseThrow().distinct()).isEqualTo(120_000);
        assertThat(profile.column("few").orElseThrow().top()).hasSize(7).first().isEqualTo(new ValueCount("0", 17_143));
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        DatasetRef table = bench.table("SELECT exp(3 * " + Tables.NORMAL
                + ") AS a, random() AS b, 'k' || floor(random() * 15000)::INT AS c, range % 2 AS y FROM range(300000)");

        assertThat(scan(table, 1).profiles()).isEqualTo(scan(table, 2).profiles());
    }

    private ScannedDataset scan(DatasetRef table, int threads) {
        Path file = Path.of(URI.create(table.table().uri()));
        try (DuckSession session =
                DuckSession.open(DuckSettings.of(bench.environment().stage()).withThreads(threads))) {
            DatasetScanner scanner = new DatasetScanner(session);
            return scanner.scan(file, table, scanner.columns(file), null).dataset();
        }
    }

    @Test
    void countsRepeatedRowsOfALargeTable() {
        assertThat(bench.judge("SELECT range // 2 AS a, 'x' || (range // 2) AS b, (range // 2) % 2 AS y FROM"
                                + " range(100000)")
                        .profile()
                        .duplicateRows())
                .isEqualTo(50_000);
    }

    @Test
    void tellsMissingFromEmptyInDuplicates() {
        assertThat(bench.judge("SELECT * FROM (VALUES ('', 0, 1), (NULL, 0, 1), ('', NULL, 1), (NULL, NULL, 1), ('',"
                                + " 0, 1)) AS t(a, b, y)")
                        .profile()
                        .duplicateRows())
                .isEqualTo(1);
        assertThat(List.of(bench.judge("SELECT '0'::DOUBLE AS x, 1 AS y UNION ALL SELECT '-0'::DOUBLE, 1")
                        .profile()
                        .duplicateRows()))
                .containsExactly(1L);
    }
}
