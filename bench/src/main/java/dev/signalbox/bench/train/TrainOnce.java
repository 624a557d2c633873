package dev.signalbox.bench.train;

import com.sun.management.OperatingSystemMXBean;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.model.learn.FittedModel;
import dev.signalbox.model.learn.Trainers;
import dev.signalbox.model.learn.Training;
import dev.signalbox.model.learn.TrainingContext;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.runtime.Digests;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One training in a process of its own: prints seconds of wall clock and of processor from the rows in
/// memory to the trained model, and the hash of the model. The native library is loaded before, as an
/// `import` does in Python.
public final class TrainOnce {
    private static final double NANOS = 1e9;
    private static final int FIRST_ROWS = 50;
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private TrainOnce() {}

    /// Trains once and prints what it took.
    ///
    /// @param arguments the algorithm and the number of threads
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Algorithm algorithm = Algorithm.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int threads = Integer.parseInt(arguments[1]);
        Matrix train = BenchRows.make();
        Matrix none = new Matrix(train.features(), new float[0], new double[0], new long[0]);
        train(algorithm, first(train), none, 1).model().close();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long startedCpu = process.getProcessCpuTime();
        long started = System.nanoTime();
        Training training = train(algorithm, train, none, threads);
        double seconds = (System.nanoTime() - started) / NANOS;
        double cpuSeconds = (process.getProcessCpuTime() - startedCpu) / NANOS;
        try (FittedModel model = training.model()) {
            out.printf(Locale.ROOT, "%.3f %.3f %s%n", seconds, cpuSeconds, Digests.sha256(model.payload()));
        }
    }

    private static Training train(Algorithm algorithm, Matrix train, Matrix none, int threads) {
        TrainingContext context =
                new TrainingContext(Task.BINARY, 2, MetricName.LOG_LOSS, 7, threads, System.nanoTime() + HOUR_NANOS);
        return Trainers.of(algorithm).train(train, none, spec(algorithm), context);
    }

    private static Matrix first(Matrix matrix) {
        return new Matrix(
                matrix.features(),
                Arrays.copyOf(matrix.values(), FIRST_ROWS * matrix.features().size()),
                Arrays.copyOf(matrix.target(), FIRST_ROWS),
                Arrays.copyOf(matrix.rowIds(), FIRST_ROWS));
    }

    private static CandidateSpec spec(Algorithm algorithm) {
        Map<Hyperparameter, Double> knobs = algorithm == Algorithm.LIGHTGBM
                ? Map.of(Hyperparameter.LEAVES, 63.0, Hyperparameter.MIN_LEAF_ROWS, 20.0)
                : Map.of(Hyperparameter.MAX_DEPTH, 6.0);
        TreeMap<Hyperparameter, Double> all = new TreeMap<>(knobs);
        all.put(Hyperparameter.ROUNDS, 200.0);
        all.put(Hyperparameter.LEARNING_RATE, 0.1);
        return new CandidateSpec("bench", algorithm, all);
    }
}
