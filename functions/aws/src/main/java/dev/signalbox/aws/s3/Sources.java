package dev.signalbox.aws.s3;

import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.Digests;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Objects that people put, each pinned to one version: by its version id where the bucket keeps versions
/// (`version:<id>`), by its ETag elsewhere (`etag:<etag>`).
final class Sources {
    private static final String VERSION = "version:";
    private static final String ETAG = "etag:";

    /// What S3 calls the version of an object from before the bucket kept versions.
    private static final String UNVERSIONED = "null";

    private final S3Client s3;
    private final Download download;

    Sources(S3Client s3, Download download) {
        this.s3 = s3;
        this.download = download;
    }

    SourceRef pin(SourceRef source) {
        S3Place place = S3Place.of(source.uri());
        String version = after(VERSION, source.versionTag());
        try {
            HeadObjectResponse head = s3.headObject(
                    request -> request.bucket(place.bucket()).key(place.key()).versionId(version));
            return new SourceRef(place.uri(), tag(head), head.contentLength());
        } catch (SdkException e) {
            throw failed(place, e);
        }
    }

    Path fetch(SourceRef source, Path scratch) {
        SourceRef pinned = source.versionTag() == null ? pin(source) : source;
        S3Place place = S3Place.of(pinned.uri());
        String version = after(VERSION, pinned.versionTag());
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.key())
                .checksumMode(ChecksumMode.ENABLED)
                .versionId(version)
                .ifMatch(version == null ? after(ETAG, pinned.versionTag()) : null)
                .build();
        if (request.versionId() == null && request.ifMatch() == null) {
            throw new InvalidInput(
                    "'" + pinned.versionTag() + "' is not a version of the object " + place
                            + "; expected version:<id> or etag:<etag>.",
                    "Leave the version out; the run pins what is there.");
        }
        Path file = scratch.resolve(Digests.sha256(pinned.uri() + "\n" + pinned.versionTag()) + extension(place.key()));
        try {
            download.to(file, request, Download.Check.NONE);
            return file;
        } catch (SdkException e) {
            throw failed(place, e);
        }
    }

    private static String tag(HeadObjectResponse head) {
        boolean versioned = head.versionId() != null && !head.versionId().equals(UNVERSIONED);
        return versioned ? VERSION + head.versionId() : ETAG + head.eTag();
    }

    private static @Nullable String after(String kind, @Nullable String tag) {
        return tag != null && tag.startsWith(kind) ? tag.substring(kind.length()) : null;
    }

    /// What a file's name ends with may say how to read it.
    private static String extension(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("[.A-Za-z0-9]{1,16}") ? extension : "";
    }

    private static StageFailure failed(S3Place place, SdkException e) {
        if (S3Failures.isNotFound(e)) {
            return new InvalidInput(
                    "There is no object " + place + ", or no longer that version of it.",
                    "Check the bucket and the key; upload it again.",
                    e);
        }
        if (S3Failures.isConditionFailed(e)) {
            return new InvalidInput(
                    "The object " + place + " changed while the run was reading it.",
                    "Run again when the upload is complete; a bucket that keeps versions avoids this.",
                    e);
        }
        return S3Failures.of("reading", place, e);
    }
}
