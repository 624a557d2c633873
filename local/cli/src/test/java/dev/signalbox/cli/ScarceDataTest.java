package dev.signalbox.cli;

import static dev.signalbox.cli.ColleagueLine.codes;
import static dev.signalbox.cli.ColleagueLine.drawn;
import static dev.signalbox.cli.ColleagueLine.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Little of something: signal, rows, rows of a class, columns that matter, a better challenger.
class ScarceDataTest {
    @TempDir
    Path folder;

    private ColleagueLine line;

    @BeforeEach
    void open() {
        line = new ColleagueLine(folder);
    }

    @Test
    void noiseIsPromotedNoMoreOftenThanTheLevelAllows() {
        int promoted = 0;
        for (int seed = 0; seed < 12; seed++) {
            promoted += outcome(line.run("noise-" + seed, table(new Random(seed), seed % 2 == 0 ? 40 : 150, 0, 4)))
                            .equals("promoted")
                    ? 1
                    : 0;
        }

        // At the level of 0.05 two or more of twelve happen in one of ten such tests.
        assertThat(promoted).isLessThanOrEqualTo(1);
    }

    @Test
    void aTinyTableWithAStrongSignalIsPromotedWithItsIntervals() {
        JsonNode document = line.run("tiny", table(new Random(3), 80, 6, 2));

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(line.rocAuc("tiny", table(new Random(4), 2_000, 6, 2))).isGreaterThan(0.9);
    }

    @Test
    void aHoldoutThatCannotShowAnythingPromotesNothing() {
        assertThat(outcome(line.run("thirty", table(new Random(5), 26, 6, 2)))).isNotEqualTo("promoted");
    }

    @Test
    void hundredsOfNoiseColumnsCostLittle() {
        JsonNode wide = line.run("wide", table(new Random(6), 200, 2, 300));
        line.run("narrow", narrow(table(new Random(6), 200, 2, 300)));
        List<String> clean = table(new Random(7), 2_000, 2, 300);

        assertThat(outcome(wide)).isEqualTo("promoted");
        assertThat(codes(wide)).contains("more_columns_than_rows");
        assertThat(line.rocAuc("wide", clean)).isGreaterThan(line.rocAuc("narrow", narrow(clean)) - 0.06);
    }

    @Test
    void aRareClassIsJudgedByPrecisionAndRecall() {
        JsonNode document = line.run("rare", rare(new Random(8), 15_000, 60));

        assertThat(outcome(document)).isEqualTo("promoted");
        assertThat(document.path("decisions").toString()).contains("PR AUC");
        assertThat(line.rocAuc("rare", rare(new Random(9), 6_000, 60))).isGreaterThan(0.9);
    }

    @Test
    void tooFewRowsOfARareClassAreNotJudged() {
        JsonNode document = line.run("rarer", rare(new Random(10), 4_000, 12));

        assertThat(outcome(document)).isEqualTo("rejected");
        assertThat(codes(document)).contains("few_positives");
    }

    @Test
    void aBetterChallengerReplacesAndAnEqualOrAWorseOneDoesNot() {
        assertThat(outcome(line.run("first", table(new Random(20), 100, 3, 12))))
                .isEqualTo("promoted");
        assertThat(champion("first", table(new Random(21), 3_000, 3, 12))).isEqualTo(2);
        assertThat(champion("first", table(new Random(22), 3_000, 3, 12))).isEqualTo(2);
        assertThat(champion("first", table(new Random(23), 100, 3, 12))).isEqualTo(2);
    }

    private int champion(String name, List<String> lines) {
        return line.run(name, lines).at("/champion/version").asInt();
    }

    /// Rows whose answer depends on the first two columns by a weight; the others are noise.
    private static List<String> table(Random chance, int rows, double weight, int noise) {
        StringBuilder header = new StringBuilder("a,b,");
        for (int i = 0; i < noise; i++) {
            header.append("n").append(i).append(',');
        }
        List<String> lines = new ArrayList<>(List.of(header + "y"));
        for (int row = 0; row < rows; row++) {
            double a = chance.nextGaussian();
            double b = chance.nextGaussian();
            StringBuilder cells = new StringBuilder(a + "," + b + ",");
            for (int i = 0; i < noise; i++) {
                cells.append(Math.rint(1_000 * chance.nextGaussian()) / 1_000).append(',');
            }
            lines.add(cells + drawn(chance, weight * (a - b)));
        }
        return lines;
    }

    private static List<String> narrow(List<String> lines) {
        return lines.stream()
                .map(one -> one.split(","))
                .map(cells -> cells[0] + "," + cells[1] + "," + cells[cells.length - 1])
                .toList();
    }

    private static List<String> rare(Random chance, int rows, int positives) {
        List<String> lines = new ArrayList<>(List.of("a,b,c,y"));
        for (int row = 0; row < rows; row++) {
            boolean positive = row % (rows / positives) == 0;
            double shift = positive ? 2.5 : 0;
            lines.add((chance.nextGaussian() + shift) + "," + (chance.nextGaussian() + shift / 2) + ","
                    + chance.nextGaussian() + "," + (positive ? "yes" : "no"));
        }
        return lines;
    }
}
