package dev.signalbox.bench.line;

import dev.signalbox.bench.figures.Spread;
import dev.signalbox.bench.figures.WholeProcess;
import dev.signalbox.bench.ingest.BenchTable;
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
import java.util.Map;

/// Sends 1,000,000 rows × 20 columns of CSV through the whole line with `signalbox run`, as a person would,
/// each time in a new workspace, and tells the time of each state, of the whole process, and its memory.
public final class LineBenchmark {
    private static final int ROWS = 1_000_000;
    private static final String MOST_ROUNDS = "3";

    private LineBenchmark() {}

    /// Prints the figures.
    ///
    /// @param arguments the number of rounds; 3 unless told
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int rounds = Integer.parseInt(arguments.length == 0 ? MOST_ROUNDS : arguments[0]);
        Path home = Path.of(System.getProperty("signalbox.home", "."));
        Path folder = home.resolve("target/bench");
        Path table = BenchTable.write(folder.resolve("million.csv"), ROWS);
        List<WholeProcess> runs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Path workspace = Files.createTempDirectory(folder, "line");
            runs.add(WholeProcess.of(
                    List.of(
                            home.resolve("signalbox").toString(),
                            "run",
                            table.toString(),
                            "--target",
                            "target",
                            "--workspace",
                            workspace.toString()),
                    Map.of()));
            out.println(runs.getLast().output());
        }
        out.printf(
                Locale.ROOT,
                "%,d rows, 20 columns, %,d bytes of CSV: wall %s, processor %s, peak memory %s%n",
                ROWS,
                Files.size(table),
                Spread.of(runs, WholeProcess::seconds).in("s"),
                Spread.of(runs, WholeProcess::cpuSeconds).in("s"),
                Spread.of(runs, WholeProcess::peakMb).in("MiB"));
    }
}
