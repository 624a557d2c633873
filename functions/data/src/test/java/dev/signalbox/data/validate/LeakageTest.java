package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.stage.DataVerdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakageTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y AS leak",
                "upper(y) || '-code' AS leak",
                "y = 'yes' AS leak",
                "CASE y WHEN 'yes' THEN 7 ELSE 3 END AS leak",
                "CASE WHEN random() < 0.01 THEN 'no' ELSE y END AS leak",
                "CASE WHEN y = 'yes' THEN 0.5 + random() / 2 ELSE random() / 2 END AS leak",
                "CASE WHEN y = 'yes' THEN 'paid ' || floor(3 * random())::INT ELSE 'open ' || floor(3 * random())::INT"
                        + " END AS leak",
                "CASE WHEN y = 'yes' THEN DATE '2025-01-01' END AS leak"
            })
    void findsAColumnThatGivesAClassAway(String leak) {
        Judged judged = bench.judge("SELECT *, " + leak + " FROM (" + Tables.customers(400) + ")");

        Finding finding = judged.one(FindingCode.LEAKAGE);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.column()).isEqualTo("leak");
        assertThat(finding.repairs()).containsExactly(new Repair.DropColumn("leak"));
        assertThat(judged.result().verdict()).isEqualTo(DataVerdict.REPAIRABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y AS leak",
                "0.19 * y + 3 AS leak",
                "ln(y) AS leak",
                "-y AS leak",
                "y + 0.01 * stddev(y) OVER () * random() AS leak",
                "round(y, -2)::BIGINT AS leak"
            })
    void findsAColumnThatANumberCanBeReadFrom(String leak) {
        Judged judged = bench.judge("SELECT *, " + leak + " FROM (" + Tables.houses(400) + ")");

        Finding finding = judged.one(FindingCode.LEAKAGE);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.column()).isEqualTo("leak");
    }

    @Test
    void findsACopyOfARareClass() {
        Judged judged = bench.judge(
                "SELECT *, fraud AS flag, fraud::INT AS y FROM (SELECT random() AS a, range % 100 = 0 AS fraud FROM"
                        + " range(2000))");

        assertThat(judged.of(FindingCode.LEAKAGE)).hasSize(2);
        assertThat(judged.errors()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 200, 1000})
    void takesNoHonestColumnForALeak(int rows) {
        assertThat(bench.judge(Tables.customers(rows)).of(FindingCode.LEAKAGE)).isEmpty();
        assertThat(bench.judge(Tables.houses(rows)).of(FindingCode.LEAKAGE)).isEmpty();
    }

    @Test
    void takesNoIdForALeak() {
        Judged judged = bench.judge(
                "SELECT *, uuid()::VARCHAR AS id, row_number() OVER () AS nr, 'customer ' || (random() * 1e6)::INT AS"
                        + " name FROM (" + Tables.customers(400) + ")");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
        assertThat(judged.errors()).isEmpty();
    }

    @Test
    void takesAStrongMeasurementForWhatItIs() {
        // Three overlapping species, four of a hundred on the wrong side of the best cuts, like petals of irises.
        Judged judged = bench.judge("SELECT kind AS y, 10 * kind::INT + 2.7 * " + Tables.NORMAL
                + " AS petal, random() AS other FROM (SELECT (range % 3)::VARCHAR AS kind FROM range(300))");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }

    @Test
    void doesNotConvictAMeasurementOnAHundredRows() {
        // Setosa and versicolor: no petal of the one is as long as any of the other.
        Judged judged = bench.judge("SELECT range % 2 = 0 AS y, 1.5 + 2.8 * (range % 2) + 0.8 * random() AS petal,"
                + " random() AS other FROM range(100)");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }

    @Test
    void takesNoRareCategoryForALeak() {
        Judged judged = bench.judge(
                "SELECT 'city ' || (range / 3)::INT AS city, ['a', 'b'][1 + range % 2] AS y, random() AS x FROM"
                        + " range(300)");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }

    @Test
    void takesGrowthOverTheYearsForWhatItIs() {
        Judged judged = bench.judge(
                "SELECT 1960 + range AS year, DATE '1960-01-01' + (365 * range)::INT AS day, random() AS x, exp(range"
                        + " / 20) AS y FROM range(60)");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }

    @Test
    void leavesIgnoredColumnsAlone() {
        Judged judged = bench.ignoring("leak").judge("SELECT *, y AS leak FROM (" + Tables.customers(400) + ")");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }
}
