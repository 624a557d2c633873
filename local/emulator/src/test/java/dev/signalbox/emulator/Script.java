package dev.signalbox.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Programs of the tree, run as a person would run them.
record Script(Path root, Map<String, String> variables) {
    /// What a program prints on standard output; fails with its log where it does not end well.
    String run(String... command) {
        try {
            Path errors = Files.createTempFile("signalbox", ".log");
            Path output = Files.createTempFile("signalbox", ".out");
            // Into files: what stays behind a program, such as the emulator, would hold a pipe open.
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(root.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            int status = process.waitFor();
            String printed = Files.readString(output);
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with status " + status + ":\n"
                        + printed + Files.readString(errors));
            }
            Files.delete(output);
            Files.delete(errors);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + String.join(" ", command), e);
        }
    }
}
