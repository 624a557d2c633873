package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that repairs its data, and the rows that its champion scores afterwards.
class RepairedRunTest {
    private static final List<String> COLOURS = List.of("red", "green", "blue");
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    @Test
    void aChampionOfRepairedDataScoresRawRowsAsItScoresCleanOnes() throws IOException {
        Path noise = write("noise.csv", "colour,weight", false, 0.5);
        Path clean = write("clean.csv", "colour,weight", false, 0.05);
        Path misspelled = write("misspelled.csv", "colour,weigth", true, 0.05);

        JsonNode first =
                command("run", noise, "--target", "y", "--pipeline", "p").json();
        JsonNode second =
                command("run", misspelled, "--target", "y", "--pipeline", "p").json();

        assertThat(first.path("outcome").asText())
                .as("puts the data contract in force, no more")
                .isEqualTo("rejected");
        assertThat(second.path("outcome").asText()).as(second.toString()).isEqualTo("promoted");
        assertThat(second.path("decisions").findValuesAsText("type"))
                .contains("repair_data", "map_labels", "rename_column", "promote");
        List<String> raw = predict(misspelled, "raw.csv");
        assertThat(raw).hasSize(ROWS + 1).isEqualTo(predict(clean, "clean-scores.csv"));
        assertThat(share(raw, clean)).as("right answers").isGreaterThan(0.9);
    }

    private List<String> predict(Path rows, String name) throws IOException {
        Path scores = folder.resolve(name);
        CommandLineRun run = command("predict", rows, "--pipeline", "p", "--out", scores);
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        return Files.readAllLines(scores);
    }

    private static double share(List<String> scores, Path rows) throws IOException {
        List<String> lines = Files.readAllLines(rows);
        int right = 0;
        for (int i = 1; i < lines.size(); i++) {
            String actual = lines.get(i).substring(lines.get(i).lastIndexOf(',') + 1);
            right += scores.get(i).startsWith(actual + ",") ? 1 : 0;
        }
        return right / (double) ROWS;
    }

    private CommandLineRun command(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--json", "--workspace", folder.resolve("workspace")));
        return CommandLineRun.of(words.toArray());
    }

    /// Rows whose answer is the colour, but for a share of them.
    private Path write(String name, String header, boolean misspelled, double wrong) throws IOException {
        Random chance = new Random(5);
        List<String> lines = new ArrayList<>(List.of(header + ",y"));
        for (int row = 0; row < ROWS; row++) {
            String colour = COLOURS.get(chance.nextInt(3));
            boolean answer = colour.equals("red") != chance.nextDouble() < wrong;
            String written = misspelled && row % 3 > 0 ? colour.toUpperCase(Locale.ROOT) : colour;
            lines.add(written + "," + chance.nextInt(1_000) / 10.0 + "," + (answer ? "yes" : "no"));
        }
        return Files.write(folder.resolve(name), lines);
    }
}
