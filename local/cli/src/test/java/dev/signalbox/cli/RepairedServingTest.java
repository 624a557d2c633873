package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.action.RowCondition;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.model.matrix.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A raw row has the same features, bit for bit, whether it is learned from after repairs or scored as it
/// came.
class RepairedServingTest {
    private static final int ROWS = 120;
    private static final Repair DROP = new Repair.DropColumn("leak");
    private static final Repair RENAME = new Repair.RenameColumn("Mass", "mass");
    private static final Repair PARSE_NUMBER = new Repair.ParseAs("note", ColumnType.NUMBER);
    private static final Repair PARSE_DATE = new Repair.ParseAs("seen", ColumnType.DATE);
    private static final Repair PARSE_TRUTH = new Repair.ParseAs("flag", ColumnType.BOOLEAN);
    private static final Repair PARSE_TEXT = new Repair.ParseAs("code", ColumnType.TEXT);
    private static final Repair MAP_TEXT =
            new Repair.MapLabels("colour", labels("RED", "red", "gren", "green", "?!", ""));
    private static final Repair MAP_NUMBER = new Repair.MapLabels("Mass", labels("9999.5", "", "2.25", "2,5"));
    private static final Repair MAP_TO_TEXT = new Repair.MapLabels("code", labels("7", "seven"));
    private static final Repair MAP_TARGET = new Repair.MapLabels("y", labels("YES", "yes"));
    private static final Repair PARSE_QUANTITIES =
            new Repair.ParseQuantities("leak", new TreeMap<>(Map.of("yes", 1.0, "no", 0.001)));
    private static final Repair CLIP = new Repair.ClipOutliers("Mass", -0.3, 20.7);
    private static final Repair CLIP_WHOLE = new Repair.ClipOutliers("code", 1.5, 8.5);
    private static final Repair NO_DUPLICATES = new Repair.DropDuplicates();
    private static final Repair NO_PINK = new Repair.DropRows("colour", RowCondition.IN, List.of("pink"));

    private static final List<List<Repair>> ALL = List.of(
            List.of(MAP_NUMBER, RENAME, PARSE_DATE, PARSE_TRUTH, CLIP_WHOLE, NO_DUPLICATES, MAP_TARGET),
            List.of(
                    new Repair.ClipOutliers("mass", 0, 20),
                    new Repair.RenameColumn("mass", "weight"),
                    MAP_TO_TEXT,
                    MAP_TEXT,
                    DROP,
                    PARSE_NUMBER,
                    NO_PINK));

    @TempDir
    Path folder;

    static Stream<Arguments> repairs() {
        return Stream.of(
                Arguments.of("nothing", List.of()),
                Arguments.of("drop_column", List.of(List.of(DROP))),
                Arguments.of("rename_column", List.of(List.of(RENAME))),
                Arguments.of("parse_as number", List.of(List.of(PARSE_NUMBER))),
                Arguments.of("parse_as date", List.of(List.of(PARSE_DATE))),
                Arguments.of("parse_as boolean", List.of(List.of(PARSE_TRUTH))),
                Arguments.of("parse_as text", List.of(List.of(PARSE_TEXT))),
                Arguments.of("map_labels", List.of(List.of(MAP_TEXT))),
                Arguments.of("map_labels of numbers", List.of(List.of(MAP_NUMBER))),
                Arguments.of("map_labels to text", List.of(List.of(MAP_TO_TEXT))),
                Arguments.of("map_labels of the target", List.of(List.of(MAP_TARGET))),
                Arguments.of("clip_outliers", List.of(List.of(CLIP))),
                Arguments.of("clip_outliers of whole numbers", List.of(List.of(CLIP_WHOLE))),
                Arguments.of("drop_duplicates", List.of(List.of(NO_DUPLICATES))),
                Arguments.of("drop_rows", List.of(List.of(NO_PINK))),
                Arguments.of("parse_quantities", List.of(List.of(PARSE_QUANTITIES))),
                Arguments.of("all of them in two rounds", ALL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repairs")
    void trainingAndServingRowsAreEqualBitForBit(String kind, List<List<Repair>> rounds) throws IOException {
        RepairedLine line = new RepairedLine(folder, rows(0), null, rounds);
        List<int[]> served = line.served(line.raw());
        List<Integer> rawRows = remaining(rounds);

        assertThat(served).as("rows are repaired, never left out, in serving").hasSize(ROWS);
        assertThat(line.unscored()).isZero();
        Set<Integer> compared = new TreeSet<>();
        for (ArtifactRef part : List.of(
                line.prepared().train(),
                line.prepared().valid(),
                line.prepared().holdout())) {
            Matrix matrix = line.matrix(part);
            for (int row = 0; row < matrix.rows(); row++) {
                int raw = rawRows.get((int) matrix.rowIds()[row]);
                assertThat(served.get(raw)).as("raw row %d", raw).isEqualTo(RepairedLine.bits(matrix, row));
                compared.add(raw);
            }
        }
        assertThat(rawRows).containsAll(compared);
        assertThat(rawRows.stream().filter(row -> !compared.contains(row)))
                .as("of rows that are held out, copies are not counted")
                .allMatch(RepairedServingTest::isCopy);
    }

    @Test
    void aHoldoutThatTheUserBringsIsRepairedAsServedRowsAre() throws IOException {
        RepairedLine line = new RepairedLine(folder, rows(0), rows(1_000), ALL);
        List<int[]> served = line.served(line.rawHoldout());
        Matrix holdout = line.matrix(line.prepared().holdout());

        assertThat(holdout.rows()).as("rows of a holdout stay").isEqualTo(ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(served.get((int) holdout.rowIds()[row])).isEqualTo(RepairedLine.bits(holdout, row));
        }
    }

    /// The raw rows that are left, in order.
    private static List<Integer> remaining(List<List<Repair>> rounds) {
        List<Repair> all = rounds.stream().flatMap(List::stream).toList();
        return IntStream.range(0, ROWS)
                .filter(row -> !all.contains(NO_DUPLICATES) || !isCopy(row))
                .filter(row -> !all.contains(NO_PINK) || !isPink(row))
                .boxed()
                .toList();
    }

    private static boolean isCopy(int row) {
        return row >= ROWS - 3;
    }

    private static boolean isPink(int row) {
        return !isCopy(row) && row % 23 == 5;
    }

    /// Semicolons, decimal commas, the day first; the last three rows are copies of the first three.
    private static List<String> rows(int seed) {
        List<String> lines = new ArrayList<>(List.of("Mass;day;seen;note;colour;code;flag;leak;y"));
        for (int i = 0; i < ROWS; i++) {
            lines.add(row(isCopy(i) ? i - (ROWS - 3) : i, seed));
        }
        return lines;
    }

    private static String row(int i, int seed) {
        int mixed = i * 37 + seed;
        String mass = i % 19 == 4
                ? "NA"
                : i % 29 == 7 ? "9.999,5" : i % 31 == 3 ? "2,25" : (mixed % 251 - 9) + ",1" + mixed % 7;
        String day = String.format("%02d.%02d.2024", 1 + mixed % 28, 1 + mixed % 12);
        String seen = i % 6 == 1
                ? "soon"
                : String.format("%02d/%02d/2023 ", 1 + mixed % 28, 1 + mixed % 12)
                        .strip();
        String note = i % 5 == 2 ? "about " + i % 3 : "1." + (100 + mixed % 900) + ",5";
        String colour = isPink(i)
                ? "pink"
                : List.of("red", "green", "RED", "gren", "?!", "blue").get(mixed % 6);
        String flag = List.of("yes", "No", "y", "0", "maybe").get(mixed % 5);
        String y = i % 4 == 0 ? (i % 8 == 0 ? "YES" : "yes") : "no";
        return String.join(";", mass, day, seen, note, colour, "" + mixed % 12, flag, y + mixed % 97, y);
    }

    private static TreeMap<String, String> labels(String... pairs) {
        TreeMap<String, String> labels = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.putAll(Map.of(pairs[i], pairs[i + 1]));
        }
        return labels;
    }
}
