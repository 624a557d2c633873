package dev.signalbox.data;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// A bucket whose objects are files of a folder, so that events that name `s3:` URIs find their data.
public final class BucketFolder implements ArtifactStore {
    private static final String BUCKET = "s3://amzn-s3-demo-bucket/";
    private final ArtifactStore files;
    private final Path folder;

    private BucketFolder(ArtifactStore files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /// A test environment over such a bucket.
    public static StageEnvironment over(TestEnvironment environment, Path folder) {
        StageEnvironment stage = environment.stage();
        return new StageEnvironment(
                new BucketFolder(stage.artifacts(), folder),
                stage.ledger(),
                stage.pipelines(),
                stage.taskTokens(),
                stage.alerts(),
                stage.clock(),
                stage.log(),
                stage.codeVersion(),
                stage.scratch(),
                stage.memoryMb());
    }

    private SourceRef file(SourceRef source) {
        if (!source.uri().startsWith(BUCKET)) {
            return source;
        }
        String key = URI.create(source.uri()).getPath().substring(1);
        return new SourceRef(folder.resolve(key).toUri().toString(), source.versionTag(), source.sizeBytes());
    }

    @Override
    public SourceRef pin(SourceRef source) {
        SourceRef pinned = files.pin(file(source));
        return new SourceRef(source.uri(), pinned.versionTag(), pinned.sizeBytes());
    }

    @Override
    public Path localSource(SourceRef source, Path scratch) {
        return files.localSource(file(source), scratch);
    }

    @Override
    public ArtifactRef write(String place, String name, String mediaType, byte[] bytes) {
        return files.write(place, name, mediaType, bytes);
    }

    @Override
    public ArtifactRef write(String place, String name, String mediaType, Path file) {
        return files.write(place, name, mediaType, file);
    }

    @Override
    public byte[] read(ArtifactRef ref) {
        return files.read(ref);
    }

    @Override
    public Path localFile(ArtifactRef ref, Path scratch) {
        return files.localFile(ref, scratch);
    }

    @Override
    public Optional<byte[]> recall(String key) {
        return files.recall(key);
    }

    @Override
    public void remember(String key, byte[] value) {
        files.remember(key, value);
    }

    @Override
    public void close() {
        files.close();
    }
}
