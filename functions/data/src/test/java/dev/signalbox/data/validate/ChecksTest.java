package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.ValidateRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void saysNothingAboutCleanData() {
        assertThat(bench.judge(Tables.customers(400)).findings()).isEmpty();
    }

    @Test
    void saysNothingAboutCleanNumbers() {
        assertThat(bench.judge(Tables.houses(400)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, ERROR, UNUSABLE", "200, WARNING, USABLE", "50, WARNING, USABLE", "10, INFO, USABLE"})
    void weighsRejectedRowsByTheLimit(long rejected, Severity severity, DataVerdict verdict) {
        DatasetRef table = bench.table(Tables.customers(2000));
        Judged judged = bench.judge(
                new ValidateRequest(bench.run(), table, null, new RowCounts(2000 + rejected, 2000, rejected)));

        assertThat(judged.one(FindingCode.REJECTED_ROWS).severity()).isEqualTo(severity);
        assertThat(judged.result().verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0, UNUSABLE", "29, UNUSABLE", "30, USABLE", "400, USABLE"})
    void refusesTooFewRows(int rows, DataVerdict verdict) {
        assertThat(bench.judge("SELECT random() AS x, range % 2 AS y FROM range(" + rows + ")")
                        .result()
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void offersToDropDuplicates() {
        Judged judged = bench.judge("WITH t AS (" + Tables.customers(300)
                + ") SELECT * FROM t UNION ALL SELECT * FROM (SELECT * FROM t LIMIT 40)");

        Finding finding = judged.one(FindingCode.DUPLICATE_ROWS);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.evidence()).containsEntry("rows", 40.0);
        assertThat(finding.repairs()).containsExactly(new Repair.DropDuplicates());
        assertThat(judged.profile().duplicateRows()).isEqualTo(40);
    }

    @Test
    void expectsEqualRowsWhereThereAreFewDifferentOnes() {
        Judged judged =
                bench.judge("SELECT range % 3 AS a, (range * 7) % 5 AS b, (range * 3) % 2 AS y FROM range(400)");

        assertThat(judged.one(FindingCode.DUPLICATE_ROWS).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void findsColumnsThatNoModelCanUse() {
        Judged judged = bench.judge("SELECT *, 7 AS same, row_number() OVER () AS nr, md5(random()::VARCHAR) AS code,"
                + " CASE WHEN random() < 0.05 THEN 1 END AS hollow, NULL::VARCHAR AS empty FROM ("
                + Tables.customers(400) + ")");

        assertThat(judged.one(FindingCode.CONSTANT_COLUMN).repairs()).containsExactly(new Repair.DropColumn("same"));
        assertThat(judged.of(FindingCode.NEAR_UNIQUE_COLUMN))
                .extracting(Finding::column)
                .containsExactly("nr", "code");
        assertThat(judged.of(FindingCode.MOSTLY_MISSING))
                .extracting(Finding::column)
                .containsExactly("hollow", "empty");
        assertThat(judged.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {999, -9999, 1e9})
    void findsAbsurdValuesAndClipsThem(double absurd) {
        Judged judged = bench.judge("SELECT * REPLACE (CASE WHEN range < 3 THEN " + absurd
                + " ELSE age END AS age) FROM (SELECT range, 20 + 60 * random() AS age, random() < 0.5 AS y"
                + " FROM range(400))");

        Finding finding = judged.one(FindingCode.OUTLIERS);
        assertThat(finding.column()).isEqualTo("age");
        assertThat(finding.evidence()).containsEntry("rows", 3.0);
        assertThat(finding.repairs()).singleElement().satisfies(repair -> {
            Repair.ClipOutliers clip = (Repair.ClipOutliers) repair;
            assertThat(clip.low()).isBetween(20.0, 22.0);
            assertThat(clip.high()).isBetween(78.0, 80.0);
        });
    }

    @Test
    void takesLongTailsForWhatTheyAre() {
        Judged judged = bench.judge(
                "SELECT exp(2 * " + Tables.NORMAL + ") AS a, 1 / (1 - random()) AS pareto, -ln(1 - random()) AS b, "
                        + Tables.NORMAL
                        + " / sqrt(-ln(1 - random())) AS t2, CASE WHEN random() < 0.1 THEN floor(20000 * random())"
                        + " ELSE 0 END AS gain, random() < 0.5 AS y FROM range(20000)");

        assertThat(judged.of(FindingCode.OUTLIERS)).isEmpty();
    }

    @Test
    void refusesInfiniteNumbersAndOffersToClipThem() {
        Judged judged = bench.judge(
                "SELECT *, CASE WHEN age > 69 THEN 'inf'::DOUBLE WHEN age < 19 THEN '-inf'::DOUBLE ELSE 5 * random()"
                        + " END AS ratio FROM ("
                        + Tables.customers(400) + ")");

        Finding finding = judged.one(FindingCode.OUTLIERS);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.repairs().getFirst()).isInstanceOf(Repair.ClipOutliers.class);
        assertThat(judged.profile().column("ratio").orElseThrow().max()).isLessThan(5);
    }

    @Test
    void dropsRowsWithAnInfiniteTarget() {
        Judged judged = bench.judge("SELECT * REPLACE (CASE WHEN area > 195 THEN 'inf'::DOUBLE ELSE y END AS y) FROM ("
                + Tables.houses(400) + ")");

        assertThat(judged.one(FindingCode.OUTLIERS).repairs())
                .containsExactly(new Repair.DropRows("y", RowCondition.IN, List.of("inf", "-inf")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        CASE WHEN range % 40 = 0 THEN '?' ELSE (range % 50)::VARCHAR END; INTEGER
        CASE WHEN range % 40 = 0 THEN 'none' ELSE (range / 7)::VARCHAR END; NUMBER
        CASE WHEN range % 40 = 0 THEN 'soon' ELSE (DATE '2024-01-01' + (range % 90)::INT)::VARCHAR END; DATE
        """)
    void findsNumbersAndDatesAmongText(String column, ColumnType type) {
        Judged judged = bench.judge("SELECT " + column + " AS mixed, random() AS x, range % 2 AS y FROM range(400)");

        assertThat(judged.one(FindingCode.MIXED_TYPES).repairs()).containsExactly(new Repair.ParseAs("mixed", type));
        assertThat(judged.one(FindingCode.MIXED_TYPES).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void warnsOfAMeasurementThatIsOftenSomethingElse() {
        Judged judged =
                bench.judge("SELECT CASE WHEN range % 4 = 0 THEN 'broken' ELSE (range / 7)::VARCHAR END AS mixed,"
                        + " random() AS x, range % 2 AS y FROM range(400)");

        Finding finding = judged.one(FindingCode.MIXED_TYPES);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.repairs()).isEmpty();
        assertThat(finding.message())
                .contains("75.0 % of its values are numbers")
                .contains("'broken'");
    }

    @Test
    void takesCodesForText() {
        Judged judged = bench.judge(
                "SELECT lpad((range % 90)::VARCHAR, 5, '0') AS zip, ['0', '1', '2', '3+'][1 + range % 4] AS children,"
                        + " random() AS x, (range * 7) % 2 AS y FROM range(400)");

        assertThat(judged.of(FindingCode.MIXED_TYPES)).isEmpty();
    }

    @Test
    void listsAtMostTwoHundredFindingsAndCountsAll() {
        StringBuilder columns = new StringBuilder("SELECT random() AS x, range % 2 AS y");
        for (int i = 0; i < 500; i++) {
            columns.append(", ").append(i).append(" AS c").append(i);
        }
        Judged judged = bench.judge(columns + " FROM range(100)");

        assertThat(judged.findings()).hasSizeLessThanOrEqualTo(200);
        assertThat(judged.result().warnings()).isEqualTo(500);
        assertThat(judged.findings().getLast().message()).startsWith("And ");
    }

    @Test
    void putsErrorsFirst() {
        Judged judged = bench.judge(
                "SELECT 1 AS same, random() AS x, CASE WHEN range % 9 = 0 THEN NULL ELSE range % 2 END AS y FROM"
                        + " range(400)");

        assertThat(judged.codes()).startsWith(FindingCode.TARGET_NULLS).contains(FindingCode.CONSTANT_COLUMN);
    }
}
