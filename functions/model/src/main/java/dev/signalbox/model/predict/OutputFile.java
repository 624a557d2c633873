package dev.signalbox.model.predict;

import dev.signalbox.contract.failure.ResourceExhausted;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A CSV file in the making, gone when it is closed. Lines end with a line feed; a field is quoted only
/// where it must be.
final class OutputFile implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;
    private boolean lineBegun;

    private OutputFile(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    static OutputFile in(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "predict-", ".csv");
            return new OutputFile(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw full(e);
        }
    }

    OutputFile field(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return raw(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    OutputFile field(double number) {
        return raw(Double.toString(number));
    }

    void endLine() {
        try {
            writer.write('\n');
            lineBegun = false;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /// The complete file.
    Path finished() {
        try {
            writer.close();
            return file;
        } catch (IOException e) {
            throw full(e);
        }
    }

    private OutputFile raw(String text) {
        try {
            if (lineBegun) {
                writer.write(',');
            }
            writer.write(text);
            lineBegun = true;
            return this;
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static ResourceExhausted full(IOException e) {
        return new ResourceExhausted("The predictions cannot be written to disk.", "Make room on the disk.", e);
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw full(e);
        }
    }
}
