package dev.signalbox.bench.ingest;

import dev.signalbox.bench.figures.Spread;
import dev.signalbox.cli.workspace.FileLog;
import dev.signalbox.cli.workspace.Workspace;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.data.duckdb.DuckSession;
import dev.signalbox.data.duckdb.Sql;
import dev.signalbox.data.ingest.IngestStage;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageLog;
import dev.signalbox.runtime.duckdb.DuckSettings;
import dev.signalbox.runtime.store.StoreProvider;
import dev.signalbox.runtime.store.Stores;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures Ingest on 1,000,000 rows × 20 columns of CSV against DuckDB's own `COPY` of the same file, by
/// turns in one process, then the peak memory of a process that does nothing else, and the time for 344
/// rows.
public final class IngestBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int SMALL_ROWS = 344;
    private static final int ROUNDS = 15;
    private static final double LIMIT_RATIO = 1.25;
    private static final double LIMIT_MEMORY_MB = 1_024;
    private static final String NO_HASH = "0".repeat(64);

    private final Path folder;
    private final StageEnvironment environment;
    private final PrintStream out;

    private IngestBenchmark(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        Workspace workspace = new Workspace(folder.resolve("workspace")).create();
        String root = workspace.artifacts().toUri().toString();
        StoreProvider stores = Stores.forUri(root);
        String database = "sqlite:" + workspace.ledger().toUri().toString().substring("file:".length());
        this.environment = new StageEnvironment(
                stores.artifacts(root),
                stores.ledger(database),
                name -> Optional.empty(),
                stores.taskTokens(database),
                new FileLog(workspace.logs()),
                Clock.systemUTC(),
                StageLog.NONE,
                "bench",
                workspace.scratch(),
                0);
    }

    /// Without arguments: everything, with status 1 when a limit is missed. With `memory` or `small`: that
    /// part alone, as the child process does it.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(System.getProperty("signalbox.home", "."), "target", "bench")
                .toAbsolutePath();
        IngestBenchmark benchmark = new IngestBenchmark(folder, out);
        switch (arguments.length == 0 ? "all" : arguments[0]) {
            case "memory" -> benchmark.memory();
            case "small" -> benchmark.small();
            default -> System.exit(benchmark.all() ? 0 : 1);
        }
    }

    private boolean all() throws IOException, InterruptedException {
        Path file = BenchTable.write(folder.resolve("million.csv"), ROWS);
        out.printf("%,d rows, 20 columns, %,d bytes of CSV%n", ROWS, Files.size(file));
        List<Double> alone = new ArrayList<>();
        List<Double> stage = new ArrayList<>();
        copyAlone(file);
        ingest(file);
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(copyAlone(file));
            stage.add(ingest(file));
        }
        Spread ingest = Spread.of(stage, Double::doubleValue);
        Spread duck = Spread.of(alone, Double::doubleValue);
        out.println("Ingest " + ingest.in("ms") + ", DuckDB " + duck.in("ms") + ", " + ROUNDS + " rounds");
        double ratio = ingest.median() / duck.median();
        out.printf("ratio of the medians %.2f (limit %.2f)%n", ratio, LIMIT_RATIO);
        double memoryMb = child("memory", "-Xmx256m");
        double smallMs = child("small", "-XX:TieredStopAtLevel=1");
        out.printf("peak memory of a process that ingests it %.0f MB (limit %.0f)%n", memoryMb, LIMIT_MEMORY_MB);
        out.printf("344 rows, first call of a process, DuckDB open: %.1f ms%n", smallMs);
        return ratio <= LIMIT_RATIO && memoryMb <= LIMIT_MEMORY_MB;
    }

    /// What somebody with DuckDB would write.
    private double copyAlone(Path file) {
        long start = System.nanoTime();
        DuckSettings settings = DuckSettings.of(environment);
        try (DuckSession duck = DuckSession.open(settings)) {
            duck.execute("COPY (FROM read_csv(" + Sql.file(file) + ")) TO "
                    + Sql.literal(folder.resolve("alone.parquet").toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
        }
        return millisSince(start);
    }

    private double ingest(Path file) {
        SourceRef source =
                environment.artifacts().pin(SourceRef.unpinned(file.toUri().toString()));
        ArtifactRef manifest = new ArtifactRef("file:///none", NO_HASH, 0, "application/json");
        IngestRequest request = new IngestRequest(new RunRef("bench", "bench", manifest), source, null, null);
        long start = System.nanoTime();
        IngestResult result = new IngestStage(environment).run(request, "runs/bench/ingest");
        double millis = millisSince(start);
        if (result.rows().rejected() != 0) {
            throw new IllegalStateException("rows were rejected: " + result.rows());
        }
        return millis;
    }

    private void memory() throws IOException {
        ingest(BenchTable.write(folder.resolve("million.csv"), ROWS));
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        String peak = status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElse("VmHWM: 0 kB");
        out.println(Double.parseDouble(peak.replaceAll("[^0-9]", "")) / 1_024);
    }

    private void small() throws IOException {
        Path file = BenchTable.write(folder.resolve("small.csv"), SMALL_ROWS);
        try (DuckSession duck = DuckSession.open(DuckSettings.of(environment))) {
            duck.count("SELECT 1");
            out.println(ingest(file));
        }
    }

    private double child(String part, String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        option,
                        "-XX:+UseSerialGC",
                        "-Djava.library.path=" + System.getProperty("java.library.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestBenchmark.class.getName(),
                        part)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return Double.parseDouble(answer.substring(answer.lastIndexOf('\n') + 1));
    }

    private static double millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }
}
