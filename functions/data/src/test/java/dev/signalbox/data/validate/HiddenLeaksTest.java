package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Leaks that no strength of a single value shows, and honest columns that look like them.
class HiddenLeaksTest {
    private static final String ANIMALS =
            "SELECT *, ['lynx', 'wolf', 'bear'][1 + (kind + (random() < 0.2)::INT) % 3] AS"
                    + " y FROM (SELECT (random() * 3)::INT % 3 AS kind, random() AS x FROM range(400))";

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
                "CASE WHEN y = 'yes' AND random() < 0.7 THEN 5 + 90 * random() END AS leak",
                "CASE WHEN y = 'yes' AND random() < 0.7 THEN uuid()::VARCHAR END AS leak",
                "CASE WHEN y = 'yes' THEN 'CHN-' ELSE 'ACT-' END || (random() * 1e6)::INT AS leak",
                "row_number() OVER (ORDER BY y, hash(age)) AS leak",
                "row_number() OVER (ORDER BY (y = 'yes')::INT + (hash(age) % 1100) / 1000.0) AS leak"
            })
    void findsWhatWasWrittenDownBecauseOfTheOutcome(String leak) {
        Finding finding = onlyLeak("SELECT *, " + leak + " FROM (" + Tables.customers(600) + ") ORDER BY hash(age)");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.repairs()).containsExactly(new Repair.DropColumn("leak"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASE WHEN random() < 0.6 THEN 5 + 90 * random() END AS fine",
                "CASE WHEN (y = 'yes') = (random() < 0.9) THEN 5 + 90 * random() END AS fine",
                "CASE WHEN y = 'yes' AND random() < 0.05 THEN 5 + 90 * random() END AS fine",
                "['CHN-', 'ACT-'][1 + (random() < 0.5)::INT] || (random() * 1e6)::INT AS fine",
                "row_number() OVER (ORDER BY age) AS fine",
                "CASE WHEN random() < 0.9 THEN y ELSE 'no' END AS last_month"
            })
    void takesNoHonestColumnForOne(String fine) {
        Judged judged = bench.judge("SELECT *, " + fine + " FROM (" + Tables.customers(600) + ") ORDER BY hash(age)");

        assertThat(judged.errors()).isEmpty();
    }

    @Test
    void findsANoisyCopyByItsWords() {
        Finding finding = onlyLeak(
                "SELECT *, CASE WHEN random() < 0.05 THEN 'wolf' ELSE upper(y) END AS leak FROM (" + ANIMALS + ")");

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence().get("agreement")).isBetween(0.94, 0.99);
    }

    @Test
    void mentionsACopyOfAnEarlierValueAndNoMore() {
        Judged judged = bench.judge(
                "SELECT *, CASE WHEN random() < 0.05 THEN 'wolf' ELSE y END AS previous FROM (" + ANIMALS + ")");

        assertThat(judged.one(FindingCode.LEAKAGE).severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['low', 'middle', 'high'][ntile(3) OVER (ORDER BY y)] AS leak",
                "y > median(y) OVER () AS leak",
                "ntile(10) OVER (ORDER BY y) AS leak"
            })
    void findsATargetThatWasCutIntoPieces(String leak) {
        assertThat(onlyLeak("SELECT *, " + leak + " FROM (" + Tables.houses(400) + ") ORDER BY hash(area)")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void takesNoCategoriesThatOverlapForPieces() {
        Judged judged =
                bench.judge("SELECT *, ['low', 'middle', 'high'][ntile(3) OVER (ORDER BY y + hash(area) % 20000)]"
                        + " AS fine FROM (" + Tables.houses(400) + ")");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }

    @Test
    void findsThePartsOfASum() {
        Judged judged = bench.judge("SELECT casual, registered, wind, casual + registered AS y FROM (SELECT (100 *"
                + " random())::INT AS casual, (300 * random())::INT AS registered, random() AS wind FROM range(200))");

        assertThat(judged.of(FindingCode.LEAKAGE))
                .extracting(Finding::column)
                .containsExactlyInAnyOrder("casual", "registered");
        assertThat(judged.errors()).hasSize(2);
    }

    @Test
    void findsTheTotalOutOfWhichTheTargetIsTakenAndKeepsTheRest() {
        Finding finding = onlyLeak("SELECT *, y + area + 100000 * rooms AS leak, 100000 * rooms AS extra FROM ("
                + Tables.houses(400) + ")");

        assertThat(finding.message()).contains("'y' = 'leak' - 'area' - 'extra'");
    }

    @Test
    void takesASumThatIsNotExactForWhatItIs() {
        Judged judged = bench.judge("SELECT a, b, a + b + 0.1 * random() AS y FROM (SELECT random() AS a, random() AS b"
                + " FROM range(300))");

        assertThat(judged.of(FindingCode.LEAKAGE)).isEmpty();
    }

    private Finding onlyLeak(String sql) {
        Finding finding = bench.judge(sql).one(FindingCode.LEAKAGE);
        assertThat(finding.column()).isEqualTo("leak");
        return finding;
    }
}
