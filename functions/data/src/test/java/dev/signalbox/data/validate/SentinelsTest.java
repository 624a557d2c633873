package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values that stand for missing ones, numbers with units, and honest values that look like them.
class SentinelsTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        CASE WHEN random() < 0.1 THEN -999 ELSE 20 + 60 * random() END; -999.0
        CASE WHEN random() < 0.1 THEN 9999 ELSE floor(90 * random())::BIGINT END; 9999
        CASE WHEN random() < 0.1 THEN -1 ELSE 18 + floor(60 * random())::BIGINT END; -1
        CASE WHEN random() < 0.1 THEN DATE '9999-12-31' ELSE DATE '2024-01-01' + floor(365 * random())::INT END; 9999-12-31
        CASE WHEN random() < 0.1 THEN DATE '1900-01-01' ELSE DATE '1960-01-01' + floor(9000 * random())::INT END; 1900-01-01
        """)
    void findsValuesThatStandForMissingOnes(String column, String value) {
        Judged judged = bench.judge("SELECT " + column + " AS odd, random() AS x, random() < 0.5 AS y FROM range(400)");

        Finding finding = judged.one(FindingCode.SENTINEL_VALUES);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence().get("share")).isBetween(0.05, 0.15);
        assertThat(finding.repairs()).containsExactly(new Repair.MapLabels("odd", new TreeMap<>(Map.of(value, ""))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floor(7 * random())::BIGINT - 1",
                "floor(200 * random())::BIGINT - 100",
                "CASE WHEN random() < 0.1 THEN -1 ELSE floor(30 * random() * random())::BIGINT END",
                "CASE WHEN random() < 0.1 THEN 999 ELSE floor(5000 * random())::BIGINT END",
                "[9, 99, 999][1 + floor(3 * random())::INT]",
                "CASE WHEN random() < 0.1 THEN DATE '1970-01-01' ELSE DATE '1950-01-01' + floor(20000 * random())::INT END"
            })
    void takesValuesThatBelongThereForWhatTheyAre(String column) {
        Judged judged =
                bench.judge("SELECT " + column + " AS fine, random() AS x, random() < 0.5 AS y FROM range(400)");

        assertThat(judged.of(FindingCode.SENTINEL_VALUES)).isEmpty();
    }

    @Test
    void dropsRowsWhoseTargetStandsForAMissingOne() {
        Judged judged = bench.judge("SELECT * REPLACE (CASE WHEN random() < 0.1 THEN -999 ELSE y END AS y) FROM ("
                + Tables.houses(400) + ")");

        assertThat(judged.one(FindingCode.SENTINEL_VALUES).repairs())
                .containsExactly(new Repair.DropRows("y", RowCondition.IN, List.of("-999.0")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        CASE WHEN random() < 0.3 THEN (1000 + 9000 * random())::INT || ' g' ELSE (1 + 90 * random())::INT || ' kg' END; {g=0.001, kg=1.0}
        chr(36) || (1000 * random())::INT || ',000'; {=1.0, $=1.0}
        (1000 * random())::INT / 10 || '%'; {=1.0, %=1.0}
        (10 * random())::INT || ',' || (10 + 89 * random())::INT || 'km'; {=1.0, km=1.0}
        (200 * random())::INT || CASE WHEN random() < 0.3 THEN '' ELSE 'cm' END; {=1.0, cm=1.0}
        """)
    void readsNumbersWithUnits(String column, String factors) {
        Judged judged = bench.judge("SELECT " + column + " AS odd, random() AS x, random() < 0.5 AS y FROM range(400)");

        Finding finding = judged.one(FindingCode.UNITS_IN_TEXT);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(((Repair.ParseQuantities) finding.repairs().getFirst()).factors())
                .hasToString(factors);
    }

    @Test
    void onlyMentionsUnitsWithoutACommonMeasure() {
        Judged judged = bench.judge("SELECT CASE WHEN random() < 0.3 THEN '$' ELSE '€' END || (1000 * random())::INT AS"
                + " odd, random() AS x, random() < 0.5 AS y FROM range(400)");

        assertThat(judged.one(FindingCode.UNITS_IN_TEXT).severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['1 m', '2 m', '5 m'][1 + floor(3 * random())::INT]",
                "'A' || (90 * random())::INT",
                "(90 * random())::INT || ' Main Street'",
                "'M' || (90 * random())::INT || 'x2'"
            })
    void takesWordsWithNumbersForWords(String column) {
        Judged judged =
                bench.judge("SELECT " + column + " AS fine, random() AS x, random() < 0.5 AS y FROM range(400)");

        assertThat(judged.of(FindingCode.UNITS_IN_TEXT)).isEmpty();
        assertThat(judged.errors()).isEmpty();
    }

    @Test
    void readsMeasurementsAmongManyWordsForNothing() {
        Judged judged = bench.judge("SELECT CASE WHEN random() < 0.2 THEN 'unknown' ELSE (100 * random())::INT::VARCHAR"
                + " END AS odd, random() AS x, random() < 0.5 AS y FROM range(400)");

        assertThat(judged.one(FindingCode.MIXED_TYPES).severity()).isEqualTo(Severity.ERROR);
        assertThat(judged.one(FindingCode.MIXED_TYPES).repairs()).hasSize(1);
    }
}
