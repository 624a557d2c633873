package dev.signalbox.architecture;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The permissions that entries of a zip carry.
final class ZipModes {
    private ZipModes() {}

    /// Each that occurs, such as `rw-r--r--`.
    static Set<String> of(Path zip) throws IOException {
        Set<String> modes = new TreeSet<>();
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                Stream<Path> entries = Files.walk(files.getPath("/"))) {
            for (Path entry : entries.filter(
                            path -> path.getNameCount() > 0 && !path.toString().equals("/"))
                    .toList()) {
                modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)));
            }
        }
        return modes;
    }

    /// Whether this build made the jar.
    static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("signalbox-");
    }
}
