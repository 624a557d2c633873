package dev.signalbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made tables that go through the whole line in this process, and what the promoted model says of clean rows
/// that the line never saw.
///
/// @param folder of files and workspaces
record ColleagueLine(Path folder) {
    /// A run of a table with the target `y`, each name in its own workspace.
    JsonNode run(String name, List<String> lines, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("run", write(name + ".csv", lines), "--target", "y", "--pipeline", "p"));
        words.addAll(List.of(more));
        CommandLineRun run = new Commands(folder.resolve("of-" + name)).json(words.toArray());
        return run.json();
    }

    /// The share of the pairs of a `yes` and a `no` that the champion of a run ranks rightly.
    double rocAuc(String name, List<String> clean) {
        Path rows = write(name + "-clean.csv", clean);
        Path scores = folder.resolve(name + "-scores.csv");
        CommandLineRun run =
                new Commands(folder.resolve("of-" + name)).json("predict", rows, "--pipeline", "p", "--out", scores);
        if (run.exitCode() != 0) {
            throw new AssertionError(run.err() + run.out());
        }
        try {
            List<String> said = Files.readAllLines(scores);
            int column = List.of(said.getFirst().split(",")).indexOf("p_yes");
            List<Double> yes = new ArrayList<>();
            List<Double> no = new ArrayList<>();
            for (int i = 1; i < clean.size(); i++) {
                (clean.get(i).endsWith(",yes") ? yes : no)
                        .add(Double.parseDouble(said.get(i).split(",")[column]));
            }
            double right = 0;
            for (double a : yes) {
                for (double b : no) {
                    right += a > b ? 1 : a == b ? 0.5 : 0;
                }
            }
            return right / ((double) yes.size() * no.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Codes of the findings of a run.
    static List<String> codes(JsonNode document) {
        return document.path("findings").findValuesAsText("code");
    }

    static String outcome(JsonNode document) {
        return document.path("outcome").asText();
    }

    /// `yes` with the odds of a score.
    static String drawn(Random chance, double score) {
        return chance.nextDouble() < 1 / (1 + Math.exp(-score)) ? "yes" : "no";
    }

    private Path write(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
