package dev.signalbox.cli.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Files that appear at once or not at all: written under a name that nobody looks for, then moved.
final class AtomicFiles {
    private AtomicFiles() {}

    /// Writes bytes beside their place.
    ///
    /// @return the temporary file, to be moved to `place`
    static Path write(Path place, byte[] bytes) {
        try {
            Path temporary = Files.createTempFile(createParent(place), ".tmp-", "");
            Files.write(temporary, bytes);
            return temporary;
        } catch (IOException e) {
            throw FileFailures.writing(place.toString(), e);
        }
    }

    /// Makes the folder that a file is to stand in, unless it exists.
    static Path createParent(Path place) throws IOException {
        Path folder = Objects.requireNonNull(place.getParent(), "an artifact stands in a folder");
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
    }
}
