package dev.signalbox.runtime.testing;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Artifacts in a folder, the cache in memory.
public final class FolderArtifactStore implements ArtifactStore {
    private final Path root;
    private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();

    /// @param root an existing folder
    public FolderArtifactStore(Path root) {
        this.root = root;
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, byte[] bytes) {
        String sha256 = Digests.sha256(bytes);
        Path file = place(folder, name, sha256);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArtifactRef(file.toUri().toString(), sha256, bytes.length, mediaType);
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, Path file) {
        try {
            return write(folder, name, mediaType, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(ArtifactRef ref) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(URI.create(ref.uri())));
            if (!Digests.sha256(bytes).equals(ref.sha256())) {
                throw new ArtifactDamaged("The bytes of " + ref.uri() + " have changed.", "Run the pipeline again.");
            }
            return bytes;
        } catch (IOException e) {
            throw new ArtifactDamaged("There is no artifact " + ref.uri() + ".", "Run the pipeline again.", e);
        }
    }

    @Override
    public Path localFile(ArtifactRef ref, Path scratch) {
        read(ref);
        return Path.of(URI.create(ref.uri()));
    }

    @Override
    public SourceRef pin(SourceRef source) {
        Path file = Path.of(URI.create(source.uri()));
        try {
            return new SourceRef(source.uri(), Digests.sha256(file), Files.size(file));
        } catch (IOException e) {
            throw new InvalidInput("There is no file " + source.uri() + ".", "Check the path.", e);
        }
    }

    @Override
    public Path localSource(SourceRef source, Path scratch) {
        SourceRef now = pin(source);
        if (source.versionTag() != null && !now.equals(source)) {
            throw new InvalidInput("The file " + source.uri() + " has changed.", "Run again.");
        }
        return Path.of(URI.create(source.uri()));
    }

    @Override
    public Optional<byte[]> recall(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public void remember(String key, byte[] value) {
        remembered.putIfAbsent(key, value);
    }

    @Override
    public void close() {}

    private Path place(String folder, String name, String sha256) {
        Path directory = root.resolve(folder).normalize();
        if (!directory.startsWith(root.normalize())) {
            throw new InvalidInput("The folder " + folder + " leads out of the store.", "Use a plain name.");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory.resolve(sha256.substring(0, 12) + "-" + name);
    }
}
