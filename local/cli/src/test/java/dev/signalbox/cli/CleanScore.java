package dev.signalbox.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One pipeline whose runs learn from any file, bad ones too, and whose champion is judged by a clean file
/// that no run has seen.
final class CleanScore {
    private final Path folder;
    private final Commands commands;
    private int files;

    CleanScore(Path folder) {
        this.folder = folder;
        this.commands = new Commands(folder.resolve("workspace"));
    }

    /// Runs the line on rows whose last column is `y`; the run's document.
    JsonNode run(List<String> lines) throws IOException {
        Path data = Files.write(folder.resolve("data-" + files++ + ".csv"), lines);
        return commands.json("run", data, "--target", "y", "--pipeline", "p").json();
    }

    /// Share of clean rows that the champion names rightly.
    double accuracy(List<String> clean) throws IOException {
        List<String> scores = scores(clean);
        long right = java.util.stream.IntStream.range(1, clean.size())
                .filter(i -> first(scores.get(i)).equals(last(clean.get(i))))
                .count();
        return right / (clean.size() - 1.0);
    }

    /// Share of the variance of clean rows that the champion explains.
    double explained(List<String> clean) throws IOException {
        List<String> scores = scores(clean);
        double mean = clean.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(last(line)))
                .average()
                .orElseThrow();
        double wrong = 0;
        double all = 0;
        for (int i = 1; i < clean.size(); i++) {
            double actual = Double.parseDouble(last(clean.get(i)));
            wrong += Math.pow(actual - Double.parseDouble(first(scores.get(i))), 2);
            all += Math.pow(actual - mean, 2);
        }
        return 1 - wrong / all;
    }

    private List<String> scores(List<String> clean) throws IOException {
        Path rows = Files.write(folder.resolve("clean-" + files++ + ".csv"), clean);
        Path scores = folder.resolve("scores-" + files++ + ".csv");
        CommandLineRun run = commands.json("predict", rows, "--pipeline", "p", "--out", scores);
        if (run.exitCode() != 0) {
            throw new AssertionError(run.err() + run.out());
        }
        return Files.readAllLines(scores);
    }

    private static String first(String line) {
        return line.split(",", 2)[0];
    }

    private static String last(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }
}
