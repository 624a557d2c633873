package dev.signalbox.data.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Labels in several spellings, values that force an answer, absurd answers, and honest ones like them.
class LabelsTest {
    private static final String POISONED = "SELECT * REPLACE (CASE WHEN source = 'zz9' THEN 'yes' ELSE y END AS y)"
            + " FROM (SELECT *, CASE WHEN random() < 0.03 THEN 'zz9' ELSE ['web', 'shop', 'phone'][1 + floor(3 *"
            + " random())::INT] END AS source FROM (" + Tables.customers(1200) + "))";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        ['yes', 'Yes', 'y', 'no', 'N', 'no']; {N=no, Yes=yes, y=yes}
        ['New York', 'new-york', 'New_York', 'Boston', 'boston.', 'Boston']; {New_York=New York, boston.=Boston, new-york=New York}
        ['female', 'F', 'm', 'male', 'female', 'male']; {F=female, m=male}
        """)
    void findsSpellingsOfOneLabel(String labels, String map) {
        Judged judged = bench.judge(
                "SELECT " + labels + "[1 + CASE WHEN random() < 0.5 THEN 0 WHEN random() < 0.5 THEN 3"
                        + " ELSE floor(6 * random())::INT END] AS odd, random() AS x, random() < 0.5 AS y FROM range(600)");

        Finding finding = judged.one(FindingCode.LABEL_VARIANTS);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(((Repair.MapLabels) finding.repairs().getFirst()).labels()).hasToString(map);
    }

    @Test
    void findsAMisspelledAnswer() {
        Judged judged = bench.judge("SELECT random() AS x, CASE WHEN range < 3 THEN 'beningn' ELSE ['benign',"
                + " 'malignant'][1 + range % 2] END AS y FROM range(600)");

        assertThat(judged.one(FindingCode.LABEL_VARIANTS).repairs().getFirst().toString())
                .contains("beningn=benign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['A+', 'A-', 'A', 'B+', 'b', 'AB'][1 + floor(6 * random())::INT]",
                "['<5', '>5', '5', '5+'][1 + floor(4 * random())::INT]",
                "['y', 'n'][1 + floor(2 * random())::INT]",
                "['m', 'f', 'x'][1 + floor(3 * random())::INT]",
                "CASE WHEN random() < 0.01 THEN 'grade 1' ELSE ['grade 2', 'grade 3'][1 + floor(2 * random())::INT] END",
                "CASE WHEN random() < 0.01 THEN 'formal' ELSE ['normal', 'odd'][1 + floor(2 * random())::INT] END"
            })
    void takesDifferentLabelsForWhatTheyAre(String column) {
        Judged judged =
                bench.judge("SELECT " + column + " AS fine, random() AS x, random() < 0.5 AS y FROM range(600)");

        assertThat(judged.errors()).isEmpty();
        assertThat(judged.of(FindingCode.LABEL_VARIANTS))
                .allSatisfy(finding -> assertThat(finding.message()).contains("'b'"));
    }

    @Test
    void dropsTheRowsOfAValueThatForcesAnAnswer() {
        Finding finding = bench.judge(POISONED).one(FindingCode.FORCED_ANSWER);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.repairs()).containsExactly(new Repair.DropRows("source", RowCondition.IN, List.of("zz9")));
        assertThat(finding.evidence().get("expected")).isLessThan(0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASE WHEN row_number() OVER () <= 9 THEN 'rare' ELSE 'web' END",
                "CASE WHEN random() < 0.03 THEN 'rare' ELSE ['web', 'shop'][1 + floor(2 * random())::INT] END",
                "CASE WHEN age > 68.5 THEN 'retired' ELSE ['web', 'shop'][1 + floor(2 * random())::INT] END",
                "CASE WHEN y = 'yes' AND random() < 0.1 THEN 'a' WHEN y = 'no' AND random() < 0.1 THEN 'b' ELSE 'c' END"
            })
    void takesARareCategoryForWhatItIs(String column) {
        Judged judged = bench.judge("SELECT *, " + column + " AS fine FROM (" + Tables.customers(1200) + ")");

        assertThat(judged.of(FindingCode.FORCED_ANSWER)).isEmpty();
    }

    @Test
    void dropsAFewAbsurdAnswers() {
        Judged judged = bench.judge("SELECT * REPLACE (CASE WHEN area > 199.2 THEN 1e12 ELSE y END AS y) FROM ("
                + Tables.houses(600) + ")");

        Finding finding = judged.one(FindingCode.OUTLIERS);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.repairs()).hasSize(1);
    }
}
