package dev.signalbox.cli.workspace;

import dev.signalbox.contract.failure.InvalidInput;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/// Local paths as `file:` URIs and back.
public final class FileUris {
    private FileUris() {}

    /// The URI of a path.
    public static String of(Path path) {
        return path.toAbsolutePath().normalize().toUri().toString();
    }

    /// The path of a URI.
    ///
    /// Raises [InvalidInput] when it is not a local file's.
    public static Path path(String uri) {
        try {
            return Path.of(URI.create(uri));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new InvalidInput("'" + uri + "' is not the URI of a local file.", "Use a path on this machine.", e);
        }
    }
}
