package dev.signalbox.cli.workspace;

import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Hashes of files, computed once as long as a file's size, time and identity stay the same.
final class FileHashes {
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    String of(Path file) throws IOException {
        Stamp stamp = Stamp.of(file);
        Known last = known.get(file);
        if (last != null && last.stamp().equals(stamp)) {
            return last.sha256();
        }
        String sha256 = Digests.sha256(file);
        if (Stamp.of(file).equals(stamp)) {
            known.put(file, new Known(stamp, sha256));
        }
        return sha256;
    }

    void learned(Path file, String sha256) {
        try {
            known.put(file, new Known(Stamp.of(file), sha256));
        } catch (IOException e) {
            known.remove(file);
        }
    }

    private record Known(Stamp stamp, String sha256) {}

    private record Stamp(
            long sizeBytes, FileTime modified, @Nullable Object fileKey) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }
}
