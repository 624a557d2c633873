package dev.signalbox.cli.command;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Data files as people name them.
final class DataFiles {
    private DataFiles() {}

    /// The file, when there is one.
    ///
    /// Raises [InvalidInput] when there is none, with the nearest name in its folder, or when it is a folder.
    static Path existing(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInput(file + " is a folder; expected a data file.", "Name one file in it.");
        }
        if (!Files.exists(file)) {
            String nearest = Nearest.to(String.valueOf(file.getFileName()), neighbours(file))
                    .map(name -> " Did you mean " + file.resolveSibling(name) + "?")
                    .orElse("");
            throw new InvalidInput(
                    "There is no file " + file + "." + nearest,
                    "Relative paths are taken from the current folder, "
                            + Path.of("").toAbsolutePath() + ".");
        }
        return file;
    }

    private static List<String> neighbours(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(found -> String.valueOf(found.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
