package dev.signalbox.model.learn;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.model.matrix.Matrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Another process that trains LightGBM whenever it is told to, and tells a hash of the model.
final class TrainingProcess implements AutoCloseable {
    private static final String GO = "go";

    private final Process process;
    private final BufferedReader answers;

    private TrainingProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param scratch its folder for temporary files
    static TrainingProcess start(Path scratch) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TrainingProcess.class.getName()));
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        return new TrainingProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    void go() throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((GO + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// The hash of the model; null where the process died.
    String answer() throws IOException {
        return answers.readLine();
    }

    /// The exit code after the last training.
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Trains once a line.
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int rows = 200;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matrix train = Samples.classes(rows, 1, 3);
            rows += 400;
            try (FittedModel model = Trainers.of(Algorithm.LIGHTGBM)
                    .train(train, Samples.classes(100, 2, 3), Samples.spec(Algorithm.LIGHTGBM), Samples.context(3))
                    .model()) {
                out.println(Arrays.hashCode(model.payload()));
            }
        }
    }
}
