package dev.signalbox.aws.s3;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.store.ArtifactNames;
import dev.signalbox.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Artifacts as objects under a prefix. An object is written once, by a conditional write, under a name that
/// carries the beginning of its hash; S3 checks the whole hash as the bytes arrive.
///
/// The role needs `s3:GetObject` and, for sources of buckets with versions, `s3:GetObjectVersion`; to write
/// `s3:PutObject` and `s3:AbortMultipartUpload`; and `s3:ListBucket`, without which S3 says 403, not 404, of
/// an object that is not there, and a cache that is empty would look like one that is closed. The bucket
/// needs a lifecycle rule that drops uploads nobody completed: a process that dies cannot.
public final class S3ArtifactStore implements ArtifactStore {
    private static final String JSON = "application/json";

    private final S3Place root;
    private final Upload upload;
    private final Download download;
    private final Sources sources;

    /// @param s3 left open when the store is closed
    /// @param uri such as `s3://bucket/prefix`
    public S3ArtifactStore(S3Client s3, String uri) {
        this(s3, uri, PartSizes.USUAL);
    }

    /// @param sizes of files and parts
    S3ArtifactStore(S3Client s3, String uri, PartSizes sizes) {
        this.root = S3Place.of(uri);
        this.upload = new Upload(s3, sizes);
        this.download = new Download(s3);
        this.sources = new Sources(s3, download);
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, byte[] bytes) {
        String sha256 = Digests.sha256(bytes);
        S3Place place = place(folder, name, sha256);
        return S3Failures.guarded("writing", place, () -> {
            upload.bytes(place, mediaType, sha256, bytes);
            return new ArtifactRef(place.uri(), sha256, bytes.length, mediaType);
        });
    }

    @Override
    public ArtifactRef write(String folder, String name, String mediaType, Path file) {
        try {
            String sha256 = Digests.sha256(file);
            long sizeBytes = Files.size(file);
            S3Place place = place(folder, name, sha256);
            return S3Failures.guarded("writing", place, () -> {
                upload.file(place, mediaType, sha256, file, sizeBytes);
                return new ArtifactRef(place.uri(), sha256, sizeBytes, mediaType);
            });
        } catch (IOException e) {
            throw Download.localDisk(file, e);
        }
    }

    @Override
    public byte[] read(ArtifactRef ref) {
        S3Place place = S3Place.of(ref.uri());
        try {
            return download.bytes(get(place), sha256 -> check(ref, sha256));
        } catch (SdkException e) {
            throw S3Failures.reading(ref, place, e);
        }
    }

    @Override
    public Path localFile(ArtifactRef ref, Path scratch) {
        S3Place place = S3Place.of(ref.uri());
        Path file = scratch.resolve(ref.sha256());
        try {
            // A function's folder outlives the call: what an earlier call fetched is used again if it is whole.
            if (Files.exists(file) && Digests.sha256(file).equals(ref.sha256())) {
                return file;
            }
            download.to(file, get(place), sha256 -> check(ref, sha256));
            return file;
        } catch (SdkException e) {
            throw S3Failures.reading(ref, place, e);
        } catch (IOException e) {
            throw Download.localDisk(file, e);
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
        S3Place place = root.resolve(key);
        try {
            return Optional.of(download.bytes(get(place), Download.Check.NONE));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failures.of("reading", place, e);
        }
    }

    @Override
    public void remember(String key, byte[] value) {
        S3Place place = root.resolve(key);
        S3Failures.guarded("writing", place, () -> {
            upload.bytes(place, JSON, Digests.sha256(value), value);
            return place;
        });
    }

    /// Nothing of its own to close.
    @Override
    public void close() {}

    private S3Place place(String folder, String name, String sha256) {
        if (Arrays.asList((folder + "/" + name).split("/", -1)).contains("..")) {
            throw new InvalidInput(
                    "The artifact name " + folder + "/" + name + " leads out of its prefix.", "Use a plain name.");
        }
        return root.resolve(folder).resolve(ArtifactNames.unique(name, sha256));
    }

    private static GetObjectRequest get(S3Place place) {
        return GetObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.key())
                .checksumMode(ChecksumMode.ENABLED)
                .build();
    }

    private static void check(ArtifactRef ref, String sha256) {
        if (!sha256.equals(ref.sha256())) {
            throw S3Failures.changed(ref);
        }
    }
}
