package dev.signalbox.bench.start;

import dev.signalbox.bench.figures.Spread;
import dev.signalbox.bench.figures.WholeProcess;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs the smallest example by turns with `signalbox run`, each time in a new workspace, and with a plain
/// script of pandas and scikit-learn that does the same job without its care: from the start of the process
/// to its end.
public final class StartBenchmark {
    private static final int ROUNDS = 9;

    private StartBenchmark() {}

    /// Prints the figures; ends with status 1 when the script was faster.
    ///
    /// @param arguments the Python interpreter that has pandas and scikit-learn
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("signalbox.home", "."));
        Path table = home.resolve("examples/penguins/penguins.csv");
        List<String> script =
                List.of(arguments[0], home.resolve("bench/start_peer.py").toString(), table.toString());
        List<WholeProcess> ours = new ArrayList<>();
        List<WholeProcess> repeated = new ArrayList<>();
        List<WholeProcess> theirs = new ArrayList<>();
        run(home, table, Files.createTempDirectory("warm"));
        WholeProcess.of(script, Map.of());
        for (int round = 0; round < ROUNDS; round++) {
            Path workspace = Files.createTempDirectory("start");
            ours.add(run(home, table, workspace));
            repeated.add(run(home, table, workspace));
            theirs.add(WholeProcess.of(script, Map.of()));
        }
        print(out, "signalbox run", ours);
        print(out, "the same again, from the stage cache", repeated);
        print(out, "plain script", theirs);
        double ratio = Spread.of(ours, WholeProcess::seconds).median()
                / Spread.of(theirs, WholeProcess::seconds).median();
        out.printf("ratio of the medians %.2f (limit 1)%n", ratio);
        System.exit(ratio <= 1 ? 0 : 1);
    }

    private static WholeProcess run(Path home, Path table, Path workspace) throws IOException, InterruptedException {
        return WholeProcess.of(
                List.of(
                        home.resolve("signalbox").toString(),
                        "run",
                        table.toString(),
                        "--target",
                        "species",
                        "--workspace",
                        workspace.toString(),
                        "--quiet"),
                Map.of());
    }

    private static void print(PrintStream out, String name, List<WholeProcess> runs) {
        out.println(name + ": wall " + Spread.of(runs, WholeProcess::seconds).in("s") + ", processor "
                + Spread.of(runs, WholeProcess::cpuSeconds).in("s") + ", peak memory "
                + Spread.of(runs, WholeProcess::peakMb).in("MiB"));
    }
}
