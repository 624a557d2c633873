package dev.signalbox.bench.train;

import dev.signalbox.bench.figures.PairedRatio;
import dev.signalbox.bench.figures.Spread;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Trains by turns here and in Python, each time in a new process, who goes first changing, and prints
/// medians, spreads and the ratio of the pairs. How to run it stands in `bench/train.md`.
public final class TrainBenchmark {
    private static final double LIMIT = 1.05;
    private static final int LEARNERS_FROM = 3;
    private static final String LIGHTGBM_LIBRARY = "signalbox.lightgbm.library";

    private final PrintStream out;
    private final String python;
    private final String script;
    private final Path rows;

    private TrainBenchmark(PrintStream out, String python, String script, Path rows) {
        this.out = out;
        this.python = python;
        this.script = script;
        this.rows = rows;
    }

    /// Ends with status 1 when a ratio is over its limit.
    ///
    /// @param arguments the Python interpreter, the peer's script, the number of turns, and then the
    ///     learners
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path rows = Files.createTempFile("bench", ".rows");
        boolean within = true;
        try {
            BenchRows.write(BenchRows.make(), rows);
            TrainBenchmark benchmark = new TrainBenchmark(out, arguments[0], arguments[1], rows);
            for (String algorithm : List.of(arguments).subList(LEARNERS_FROM, arguments.length)) {
                for (int threads : new int[] {1, 2}) {
                    within &= benchmark.compare(algorithm, threads, Integer.parseInt(arguments[2]));
                }
            }
        } finally {
            Files.delete(rows);
        }
        if (!within) {
            System.exit(1);
        }
    }

    private boolean compare(String algorithm, int threads, int turns) throws IOException, InterruptedException {
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        List<String> peer = List.of(
                python,
                script,
                algorithm,
                Integer.toString(threads),
                rows.toString(),
                Integer.toString(BenchRows.FEATURES));
        for (int turn = 0; turn < turns; turn++) {
            if (turn % 2 == 0) {
                ours.add(run(java(algorithm, threads)));
                theirs.add(run(peer));
            } else {
                theirs.add(run(peer));
                ours.add(run(java(algorithm, threads)));
            }
        }
        out.printf(Locale.ROOT, "%s, %d thread(s), limit %.2f%n", algorithm, threads, LIMIT);
        double wall = print("wall     ", ours, theirs, Cost::seconds);
        print("processor", ours, theirs, Cost::cpuSeconds);
        return wall <= LIMIT;
    }

    private double print(String name, List<Cost> ours, List<Cost> theirs, ToDoubleFunction<Cost> figure) {
        PairedRatio ratio = PairedRatio.of(
                ours.stream().map(figure::applyAsDouble).toList(),
                theirs.stream().map(figure::applyAsDouble).toList());
        out.printf(
                Locale.ROOT,
                "  %s here %s, Python %s, ratio %s%n",
                name,
                Spread.of(ours, figure).in("s"),
                Spread.of(theirs, figure).in("s"),
                ratio);
        return ratio.median();
    }

    private static List<String> java(String algorithm, int threads) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String library = System.getProperty(LIGHTGBM_LIBRARY);
        if (library != null) {
            command.add("-D" + LIGHTGBM_LIBRARY + "=" + library);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                TrainOnce.class.getName(),
                algorithm,
                Integer.toString(threads)));
        return command;
    }

    private Cost run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with status " + process.exitValue() + ": " + answer);
        }
        String[] figures = answer.strip().split(" ", 3);
        return new Cost(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    /// What one training took.
    ///
    /// @param seconds of wall clock
    /// @param cpuSeconds of all processors together; says more where the machine has other work
    private record Cost(double seconds, double cpuSeconds) {}
}
