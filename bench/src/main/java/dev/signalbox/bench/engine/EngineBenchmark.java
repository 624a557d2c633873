package dev.signalbox.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.asl.Engine;
import dev.signalbox.asl.ExecutionResult;
import dev.signalbox.asl.ExecutionStatus;
import dev.signalbox.asl.InvalidDefinitionException;
import dev.signalbox.asl.StateMachine;
import dev.signalbox.asl.durable.Checkpoints;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Runs a loop of 500 Pass and 500 Choice states and tells the time of one state: the first run of the
/// process, then the median and the spread of many, without checkpoints and with them.
public final class EngineBenchmark {

    private static final int STATES = 1_000;
    private static final int WARM_UPS = 10;
    private static final int RUNS = 21;
    private static final double LIMIT_PLAIN_MS = 0.2;
    private static final double LIMIT_DURABLE_MS = 2.0;

    private static final String MACHINE = """
            {"StartAt": "Add", "QueryLanguage": "JSONata", "States": {
              "Add": {"Type": "Pass", "Assign": {"n": "{% ($exists($n) ? $n : 0) + 1 %}"},
                "Output": {"n": "{% $states.input.n + 1 %}"}, "Next": "More"},
              "More": {"Type": "Choice", "Choices": [{"Condition": "{% $n < 500 %}", "Next": "Add"}], "Default": "End"},
              "End": {"Type": "Succeed"}}}
            """;

    private final StateMachine machine;
    private final JsonNode input;
    private final PrintStream out;
    private int runs;

    private EngineBenchmark(PrintStream out) throws InvalidDefinitionException, IOException {
        JsonMapper json = JsonMapper.builder().build();
        this.machine = StateMachine.load("bench", json.readTree(MACHINE));
        this.input = json.readTree("{\"n\": 0}");
        this.out = out;
    }

    /// Prints the figures; ends with status 1 when a median is over its limit.
    public static void main(String[] arguments) throws InvalidDefinitionException, IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        EngineBenchmark benchmark = new EngineBenchmark(out);
        double plain = benchmark.measure("checkpoints off", Checkpoints.none());
        Path folder = Files.createTempDirectory("asl-bench");
        double durable;
        try (Checkpoints checkpoints = Checkpoints.sqlite(folder.resolve("runs.db"))) {
            durable = benchmark.measure("checkpoints on ", checkpoints);
        } finally {
            delete(folder);
        }
        if (plain > LIMIT_PLAIN_MS || durable > LIMIT_DURABLE_MS) {
            out.printf("over the limit (%.1f ms and %.1f ms a state)%n", LIMIT_PLAIN_MS, LIMIT_DURABLE_MS);
            System.exit(1);
        }
    }

    private double measure(String name, Checkpoints checkpoints) {
        Engine engine = Engine.builder().checkpoints(checkpoints).build();
        double first = millisPerState(engine);
        for (int i = 0; i < WARM_UPS; i++) {
            millisPerState(engine);
        }
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = millisPerState(engine);
        }
        Arrays.sort(times);
        double median = times[RUNS / 2];
        out.printf(
                "%s  first run %.4f  median %.4f  min %.4f  max %.4f  ms a state (%d states, %d runs)%n",
                name, first, median, times[0], times[RUNS - 1], STATES, RUNS);
        return median;
    }

    private double millisPerState(Engine engine) {
        long from = System.nanoTime();
        ExecutionResult result = engine.start(machine, "run-" + runs++, input);
        long nanos = System.nanoTime() - from;
        if (result.status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException(
                    "the benchmark's machine failed: " + result.error() + ": " + result.cause());
        }
        return nanos / 1e6 / STATES;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
