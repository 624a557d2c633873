package dev.signalbox.bench.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a process took from its start to its end, by GNU time.
///
/// @param seconds of wall clock
/// @param cpuSeconds of all processors together
/// @param peakMb greatest resident memory, in MiB
/// @param output what it wrote to its standard output
public record WholeProcess(double seconds, double cpuSeconds, double peakMb, String output) {
    private static final double KB_PER_MB = 1_024;

    /// Runs a command to its end. What it writes to its error output is shown.
    ///
    /// @throws IOException when the command or `/usr/bin/time` cannot be started, or ends with another status
    ///     than 0
    public static WholeProcess of(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path figures = Files.createTempFile("bench", ".time");
        List<String> timed =
                new ArrayList<>(List.of("/usr/bin/time", "--quiet", "-o", figures.toString(), "-f", "%e %U %S %M"));
        timed.addAll(command);
        try {
            ProcessBuilder builder = new ProcessBuilder(timed).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().keySet().removeAll(List.of("SIGNALBOX_MAIN", "SIGNALBOX_CLASSPATH"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command + " ended with status " + process.exitValue() + ": " + output);
            }
            String[] parts = Files.readString(figures).strip().split(" ", -1);
            return new WholeProcess(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]) / KB_PER_MB,
                    output);
        } finally {
            Files.delete(figures);
        }
    }
}
