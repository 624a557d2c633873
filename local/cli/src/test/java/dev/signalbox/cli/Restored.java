package dev.signalbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that has its bytes again when a test is done with it.
record Restored(Path file, byte[] bytes) implements AutoCloseable {
    Restored(Path file) throws IOException {
        this(file, Files.readAllBytes(file));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.write(file, bytes);
    }
}
