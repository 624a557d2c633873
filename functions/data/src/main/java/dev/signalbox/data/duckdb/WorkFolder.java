package dev.signalbox.data.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the files of one call; nothing is left of it afterwards.
public final class WorkFolder implements AutoCloseable {
    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /// Makes one.
    ///
    /// @param scratch the stage's folder for temporary files; made when it is missing
    public static WorkFolder in(Path scratch) {
        try {
            return new WorkFolder(Files.createTempDirectory(Files.createDirectories(scratch), "stage-"));
        } catch (IOException e) {
            throw DiskFailures.of("The folder for temporary files cannot be used", e);
        }
    }

    /// The folder.
    public Path path() {
        return path;
    }

    /// A file in it.
    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> inner = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inner) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DiskFailures.of("Temporary files cannot be removed", e);
        }
    }
}
