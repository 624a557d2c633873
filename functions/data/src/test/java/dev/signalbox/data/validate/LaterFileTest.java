package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.stage.DataVerdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A later file of a pipeline that means something else, and later files that do not.
class LaterFileTest {
    private static final String WEATHER =
            "SELECT temperature, wind, station, 3 * temperature - wind + 5 * random() AS y"
                    + " FROM (SELECT 15 + 8 * " + Tables.NORMAL
                    + " AS temperature, 30 * random() AS wind, 'station ' ||"
                    + " floor(4 * random())::INT AS station FROM range(500))";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.8 * temperature + 32", "temperature + 273.15", "2.54 * temperature", "temperature / 1000"})
    void refusesAnotherUnit(String now) {
        bench.judge(WEATHER);
        Judged later = bench.seed(0.1).judge("SELECT * REPLACE (" + now + " AS temperature) FROM (" + WEATHER + ")");

        Finding finding = later.one(FindingCode.UNIT_CHANGED);
        assertThat(finding.column()).isEqualTo("temperature");
        assertThat(finding.repairs()).isEmpty();
        assertThat(later.result().verdict()).isEqualTo(DataVerdict.UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temperature", "temperature + 3", "1.3 * temperature", "temperature + 12 + 4 * random()"})
    void takesAnotherSeasonForWhatItIs(String now) {
        bench.judge(WEATHER);
        Judged later = bench.seed(0.1)
                .judge("SELECT temperature, wind, station, 3 * temperature - wind AS y FROM (SELECT * REPLACE (" + now
                        + " AS temperature) FROM (" + WEATHER + "))");

        assertThat(later.of(FindingCode.UNIT_CHANGED)).isEmpty();
        assertThat(later.of(FindingCode.LABELS_TURNED)).isEmpty();
        assertThat(later.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASE y WHEN 'yes' THEN 'no' ELSE 'yes' END", "['yes', 'no'][1 + (random() < 0.5)::INT]"})
    void refusesAnswersThatGoTheOtherWay(String now) {
        bench.judge(Tables.customers(600));
        Judged later =
                bench.seed(0.1).judge("SELECT * REPLACE (" + now + " AS y) FROM (" + Tables.customers(600) + ")");

        Finding finding = later.one(FindingCode.LABELS_TURNED);
        assertThat(finding.evidence().get("agreement")).isLessThan(0.2);
        assertThat(later.result().verdict()).isEqualTo(DataVerdict.UNUSABLE);
    }

    @Test
    void refusesNumbersJoinedToTheWrongRows() {
        bench.judge(WEATHER);
        Judged later = bench.seed(0.1).judge("SELECT * REPLACE (lag(y, 7, 0) OVER () AS y) FROM (" + WEATHER + ")");

        assertThat(later.of(FindingCode.LABELS_TURNED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.8, -0.3, 0.1, 0.6, 0.9})
    void takesFurtherDataOfTheSameKindAsItIs(double seed) {
        bench.judge(Tables.customers(300));
        Judged later = bench.seed(seed)
                .judge("SELECT * REPLACE (CASE WHEN random() < 0.1 THEN 'no' ELSE y END AS y)" + " FROM ("
                        + Tables.customers(200) + ")");

        assertThat(later.of(FindingCode.LABELS_TURNED)).isEmpty();
        assertThat(later.of(FindingCode.UNIT_CHANGED)).isEmpty();
    }
}
