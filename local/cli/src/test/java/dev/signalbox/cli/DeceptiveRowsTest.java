package dev.signalbox.cli;

import static dev.signalbox.cli.ColleagueLine.codes;
import static dev.signalbox.cli.ColleagueLine.drawn;
import static dev.signalbox.cli.ColleagueLine.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that are not what they seem: a split at random would promise what no model keeps. The right answer is
/// known, since the data is made.
class DeceptiveRowsTest {
    @TempDir
    Path folder;

    private ColleagueLine line;
    private final Random chance = new Random(11);

    @BeforeEach
    void open() {
        line = new ColleagueLine(folder);
    }

    @Test
    void copiesOfNoisePromoteNothing() {
        JsonNode document = line.run("copies", copies(noise(), 0, 6));

        assertThat(outcome(document)).isEqualTo("rejected");
        assertThat(codes(document)).contains("repeated_rows");
        assertThat(document.path("findings").toString()).contains("600 of 720 rows repeat another row");
    }

    @Test
    void nearCopiesOfNoisePromoteNothing() {
        JsonNode document = line.run("near", copies(noise(), 0.001, 6));

        assertThat(outcome(document)).isEqualTo("rejected");
        assertThat(codes(document)).contains("repeated_rows");
    }

    @Test
    void equalRowsOfAFewCategoriesAreNoCopies() {
        List<String> rows = new ArrayList<>(List.of("cabin,sex,age,y"));
        for (int i = 0; i < 900; i++) {
            int cabin = chance.nextInt(4);
            int sex = chance.nextInt(2);
            rows.add("c" + cabin + ",s" + sex + "," + (chance.nextInt(3) == 0 ? "child" : "adult") + ","
                    + drawn(chance, 2 * sex - cabin));
        }
        JsonNode document = line.run("cells", rows);

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(codes(document)).doesNotContain("repeated_rows");
    }

    @Test
    void manyRowsOfAPatientPromoteNothingWhereNewPatientsCannotBeJudged() {
        JsonNode document = line.run("patients", patients(0));

        assertThat(outcome(document)).isEqualTo("rejected");
        assertThat(codes(document)).contains("repeated_entity").doesNotContain("leakage");
    }

    @Test
    void theScoreOfARunOfPatientsIsThatOfNewPatients() {
        JsonNode document = line.run("patients", patients(3));

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(codes(document)).contains("repeated_entity");
        double promised = document.at("/champion/metrics/roc_auc/value").asDouble();
        assertThat(line.rocAuc("patients", patients(3))).isCloseTo(promised, within(0.13));
    }

    @Test
    void aCustomerWhoseRowsAreIndependentIsNoReasonToDivide() {
        List<String> rows = new ArrayList<>(List.of("customer_id,a,b,y"));
        for (int i = 0; i < 900; i++) {
            double a = chance.nextGaussian();
            double b = chance.nextGaussian();
            rows.add("C" + (100 + chance.nextInt(300)) + "," + a + "," + b + "," + drawn(chance, 2 * a - b));
        }
        JsonNode document = line.run("customers", rows);

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(codes(document)).doesNotContain("repeated_entity");
    }

    @Test
    void aTargetThatDriftsIsJudgedOnTheLatestRows() {
        double level = 0;
        List<String> rows = new ArrayList<>(List.of("day,a,b,y"));
        for (int i = 0; i < 1_200; i++) {
            level += 0.3 * chance.nextGaussian();
            double a = chance.nextGaussian();
            rows.add(LocalDate.EPOCH.plusDays(i) + "," + a + "," + chance.nextGaussian() + "," + (level + 0.1 * a));
        }
        JsonNode document = line.run("drifting", rows);

        assertThat(outcome(document)).isEqualTo("rejected");
        assertThat(codes(document)).contains("changes_in_time");
    }

    @Test
    void aDateThatSaysNothingDividesNothing() {
        List<String> rows = new ArrayList<>(List.of("born,a,b,y"));
        for (int i = 0; i < 1_200; i++) {
            double a = chance.nextGaussian();
            rows.add(LocalDate.EPOCH.plusDays(chance.nextInt(9_000)) + "," + a + "," + chance.nextGaussian() + ","
                    + (2 * a + chance.nextGaussian()));
        }
        JsonNode document = line.run("births", rows);

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(codes(document)).doesNotContain("changes_in_time");
    }

    @Test
    void aRegionWhereNothingCanBeLearnedIsNamed() {
        JsonNode document = line.run("regions", regions(0));

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(codes(document)).contains("unlearned_segment");
        assertThat(document.path("findings").toString()).contains("'region' is 'south'");
    }

    @Test
    void regionsThatAreAlikeAreNotNamed() {
        JsonNode document = line.run("alike", regions(1));

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(codes(document)).doesNotContain("unlearned_segment");
    }

    /// Four regions, in one of which the answer has only a share of what it has to do with the features.
    private List<String> regions(double share) {
        List<String> rows = new ArrayList<>(List.of("region,a,b,y"));
        List<String> names = List.of("north", "east", "south", "west");
        for (int i = 0; i < 1_200; i++) {
            String region = names.get(chance.nextInt(4));
            double a = chance.nextGaussian();
            double b = chance.nextGaussian();
            double weight = region.equals("south") ? share : 1;
            rows.add(region + "," + a + "," + b + "," + drawn(chance, 3 * weight * (a - b)));
        }
        return rows;
    }

    private List<String> noise() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(chance.nextGaussian() + "," + chance.nextGaussian() + "," + chance.nextGaussian() + ","
                    + (chance.nextBoolean() ? "yes" : "no"));
        }
        return rows;
    }

    private List<String> copies(List<String> rows, double spread, int times) {
        List<String> all = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(",");
            for (int k = 0; k < times; k++) {
                StringBuilder copy = new StringBuilder();
                for (int i = 0; i < 3; i++) {
                    copy.append(Double.parseDouble(cells[i]) + spread * chance.nextGaussian())
                            .append(',');
                }
                all.add(copy + cells[3]);
            }
        }
        Collections.shuffle(all, chance);
        all.addFirst("a,b,c,y");
        return all;
    }

    /// Eight visits each of a hundred patients, whose outcome depends on `a` by the weight.
    private List<String> patients(double weight) {
        List<String> rows = new ArrayList<>();
        for (int patient = 0; patient < 100; patient++) {
            double a = chance.nextGaussian();
            double b = chance.nextGaussian();
            String outcome = drawn(chance, weight * a);
            for (int visit = 0; visit < 8; visit++) {
                rows.add("P" + (1_000 + patient) + "," + (a + 0.1 * chance.nextGaussian()) + ","
                        + (b + 0.1 * chance.nextGaussian()) + "," + chance.nextGaussian() + "," + outcome);
            }
        }
        Collections.shuffle(rows, chance);
        rows.addFirst("patient_id,a,b,c,y");
        return rows;
    }

    private static org.assertj.core.data.Offset<Double> within(double distance) {
        return org.assertj.core.data.Offset.offset(distance);
    }
}
