package dev.signalbox.cli.workspace;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.ArtifactNames;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Artifacts as files under a folder. A file is written beside its place and moved there at once, so that
/// nobody sees half of it; its name carries its hash, so that two writers of the same bytes do not disturb
/// each other.
public final class FileArtifactStore implements ArtifactStore {
    private final Path root;
    private final FileHashes hashes = new FileHashes();

    /// @param root made when it does not exist
    public FileArtifactStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, byte[] bytes) {
        String sha256 = Digests.sha256(bytes);
        Path place = place(folder, name, sha256);
        if (!Files.exists(place)) {
            AtomicFiles.move(AtomicFiles.write(place, bytes), place);
        }
        hashes.learned(place, sha256);
        return new ArtifactRef(FileUris.of(place), sha256, bytes.length, mediaType);
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, Path file) {
        try {
            String sha256 = Digests.sha256(file);
            long sizeBytes = Files.size(file);
            Path place = place(folder, name, sha256);
            AtomicFiles.createParent(place);
            AtomicFiles.move(file, place);
            hashes.learned(place, sha256);
            return new ArtifactRef(FileUris.of(place), sha256, sizeBytes, mediaType);
        } catch (IOException e) {
            throw FileFailures.writing(name, e);
        }
    }

    @Override
    public byte[] read(ArtifactRef ref) {
        try {
            byte[] bytes = Files.readAllBytes(FileUris.path(ref.uri()));
            if (!Digests.sha256(bytes).equals(ref.sha256())) {
                throw changed(ref);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw gone(ref, e);
        } catch (IOException e) {
            throw FileFailures.reading(ref.uri(), e);
        }
    }

    @Override
    public Path localFile(ArtifactRef ref, Path scratch) {
        Path file = FileUris.path(ref.uri());
        try {
            if (!hashes.of(file).equals(ref.sha256())) {
                throw changed(ref);
            }
            return file;
        } catch (NoSuchFileException e) {
            throw gone(ref, e);
        } catch (IOException e) {
            throw FileFailures.reading(ref.uri(), e);
        }
    }

    @Override
    public SourceRef pin(SourceRef source) {
        Path file = FileUris.path(source.uri());
        if (Files.isDirectory(file)) {
            throw new InvalidInput(file + " is a folder; expected a file.", "Name one data file in it.");
        }
        try {
            return new SourceRef(FileUris.of(file), hashes.of(file), Files.size(file));
        } catch (NoSuchFileException e) {
            throw new InvalidInput(
                    "There is no file " + file + ".", "Check the path; it is taken from the current folder.", e);
        } catch (IOException e) {
            throw new InvalidInput(
                    "The file " + file + " cannot be read: " + e.getMessage() + ".", "Check its permissions.", e);
        }
    }

    @Override
    public Path localSource(SourceRef source, Path scratch) {
        SourceRef now = pin(source);
        if (source.versionTag() != null && !source.versionTag().equals(now.versionTag())) {
            throw new InvalidInput(
                    "The file " + source.fileName() + " changed while the run was reading it.",
                    "Run again when the file is complete.");
        }
        return FileUris.path(source.uri());
    }

    @Override
    public Optional<byte[]> recall(String key) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFailures.reading(key, e);
        }
    }

    @Override
    public void remember(String key, byte[] value) {
        AtomicFiles.writeOnce(root.resolve(key), value);
    }

    @Override
    public void close() {}

    private Path place(String folder, String name, String sha256) {
        Path place =
                root.resolve(folder).resolve(ArtifactNames.unique(name, sha256)).normalize();
        if (!place.startsWith(root)) {
            throw new InvalidInput(
                    "The artifact name " + folder + "/" + name + " leads out of the workspace.", "Use a plain name.");
        }
        return place;
    }

    private static ArtifactDamaged changed(ArtifactRef ref) {
        return new ArtifactDamaged(
                "The bytes of the artifact " + ref.uri() + " are not those that were written.",
                "Something changed the workspace; run the pipeline again.");
    }

    private static ArtifactDamaged gone(ArtifactRef ref, IOException e) {
        return new ArtifactDamaged(
                "The artifact " + ref.uri() + " is gone.",
                "Something cleaned the workspace; run the pipeline again.",
                e);
    }
}
