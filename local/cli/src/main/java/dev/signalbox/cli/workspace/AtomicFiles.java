package dev.signalbox.cli.workspace;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// Files that appear at once or not at all: written under a name that nobody looks for, then moved.
public final class AtomicFiles {
    private AtomicFiles() {}

    /// Writes bytes beside their place.
    ///
    /// @return the temporary file, to be moved to `place`
    public static Path write(Path place, byte[] bytes) {
        try {
            Path temporary = Files.createTempFile(createParent(place), ".tmp-", "");
            fill(temporary, bytes);
            return temporary;
        } catch (IOException e) {
            throw FileFailures.writing(place.toString(), e);
        }
    }

    private static void fill(Path temporary, byte[] bytes) throws IOException {
        try {
            Files.write(temporary, bytes);
        } catch (IOException e) {
            // Half a file on a full disk is space that somebody needs.
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /// Moves a file to its place at once; from another file system by way of a copy beside it.
    public static void move(Path from, Path place) {
        try {
            try {
                Files.move(from, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException elsewhere) {
                Files.move(copyBeside(from, place), place, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(from);
            }
        } catch (IOException e) {
            throw FileFailures.writing(place.toString(), e);
        }
    }

    private static Path copyBeside(Path from, Path place) throws IOException {
        Path copy = Files.createTempFile(createParent(place), ".tmp-", "");
        try {
            return Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /// Writes a file unless one is there; of several writers at a time one wins.
    static void writeOnce(Path place, byte[] bytes) {
        if (Files.exists(place)) {
            return;
        }
        Path temporary = write(place, bytes);
        try {
            // A move would replace what another writer has put there meanwhile; a link does not.
            Files.createLink(place, temporary);
        } catch (FileAlreadyExistsException _) {
            // The other writer was first.
        } catch (IOException | UnsupportedOperationException _) {
            // A file system without links: the last of two writers at a time wins, each with a whole file.
            move(temporary, place);
        } finally {
            delete(temporary);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw FileFailures.writing(temporary.toString(), e);
        }
    }

    /// Makes the folder that a file is to stand in, unless it exists.
    static Path createParent(Path place) throws IOException {
        Path folder = Objects.requireNonNull(place.getParent(), "an artifact stands in a folder");
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
    }
}
