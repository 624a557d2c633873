package dev.signalbox.aws.s3;

import dev.signalbox.aws.AwsFailures;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.ArtifactNames;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Artifacts as objects under a prefix. An object is written once, by a conditional write, under a name that
/// carries the beginning of its hash.
public final class S3ArtifactStore implements ArtifactStore {
    private static final long LEAST_PART_BYTES = 16L << 20;

    private final S3Client s3;
    private final S3Place root;
    private final Upload upload;
    private final Download download;
    private final Sources sources;

    /// @param s3 closed with the store
    /// @param uri such as `s3://bucket/prefix`
    public S3ArtifactStore(S3Client s3, String uri) {
        this(s3, uri, Upload.PARTS_FROM_BYTES, LEAST_PART_BYTES);
    }

    S3ArtifactStore(S3Client s3, String uri, long partsFromBytes, long leastPartBytes) {
        this.s3 = s3;
        this.root = S3Place.of(uri);
        this.upload = new Upload(s3, partsFromBytes, leastPartBytes);
        this.download = new Download(s3);
        this.sources = new Sources(s3);
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, byte[] bytes) {
        String sha256 = Digests.sha256(bytes);
        S3Place place = place(folder, name, sha256);
        return S3Failures.guarded("writing " + place, () -> {
            upload.bytes(place, mediaType, bytes);
            return new ArtifactRef(place.uri(), sha256, bytes.length, mediaType);
        });
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, Path file) {
        try {
            String sha256 = Digests.sha256(file);
            long sizeBytes = Files.size(file);
            S3Place place = place(folder, name, sha256);
            return S3Failures.guarded("writing " + place, () -> {
                upload.file(place, mediaType, file, sizeBytes);
                return new ArtifactRef(place.uri(), sha256, sizeBytes, mediaType);
            });
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public byte[] read(ArtifactRef ref) {
        byte[] bytes;
        try {
            bytes = download.bytes(get(S3Place.of(ref.uri())));
        } catch (SdkException e) {
            throw S3Failures.reading(ref, e);
        }
        if (!Digests.sha256(bytes).equals(ref.sha256())) {
            throw S3Failures.changed(ref);
        }
        return bytes;
    }

    @Override
    public Path localFile(ArtifactRef ref, Path scratch) {
        Path file = scratch.resolve(ref.sha256());
        try {
            // A function's folder outlives the call: what an earlier call fetched is used again if it is whole.
            if (Files.exists(file) && Digests.sha256(file).equals(ref.sha256())) {
                return file;
            }
            download.to(file, get(S3Place.of(ref.uri())));
            if (!Digests.sha256(file).equals(ref.sha256())) {
                Files.delete(file);
                throw S3Failures.changed(ref);
            }
            return file;
        } catch (SdkException e) {
            throw S3Failures.reading(ref, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public SourceRef pin(SourceRef source) {
        return sources.pin(source);
    }

    @Override
    public Path localSource(SourceRef source, Path scratch) {
        return sources.fetch(source, scratch);
    }

    @Override
    public Optional<byte[]> recall(String key) {
        try {
            return Optional.of(download.bytes(get(root.resolve(key))));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw AwsFailures.of("S3", "reading " + root.resolve(key), e);
        }
    }

    @Override
    public void remember(String key, byte[] value) {
        S3Place place = root.resolve(key);
        S3Failures.guarded("writing " + place, () -> {
            upload.bytes(place, "application/json", value);
            return place;
        });
    }

    @Override
    public void close() {
        s3.close();
    }

    private S3Place place(String folder, String name, String sha256) {
        if ((folder + "/" + name).contains("..")) {
            throw new InvalidInput(
                    "The artifact name " + folder + "/" + name + " leads out of its prefix.", "Use a plain name.");
        }
        return root.resolve(folder).resolve(ArtifactNames.unique(name, sha256));
    }

    private static GetObjectRequest get(S3Place place) {
        return GetObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.key())
                .build();
    }

    private static ResourceExhausted unreadable(Path file, IOException e) {
        return new ResourceExhausted(
                "The file " + file + " cannot be read back: " + e.getMessage() + ".",
                "Check the space and the permissions of the scratch folder.",
                e);
    }
}
