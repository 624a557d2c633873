package dev.signalbox.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The tree's own files.
final class Sources {
    static final Path ROOT = Path.of(System.getProperty("signalbox.root"));

    private Sources() {}

    static List<Path> all(String suffix) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/"))
                    // What a build installs may hold sources of others.
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
