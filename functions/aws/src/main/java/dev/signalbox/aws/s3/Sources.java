package dev.signalbox.aws.s3;

import dev.signalbox.aws.AwsFailures;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.runtime.Digests;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects that people put, each pinned to one version: by its version where the bucket keeps versions, by
/// its ETag elsewhere.
final class Sources {
    private static final String VERSION = "version:";
    private static final String ETAG = "etag:";

    private final S3Client s3;
    private final Download download;

    Sources(S3Client s3) {
        this.s3 = s3;
        this.download = new Download(s3);
    }

    SourceRef pin(SourceRef source) {
        S3Place place = S3Place.of(source.uri());
        try {
            HeadObjectResponse head = s3.headObject(request -> {
                request.bucket(place.bucket()).key(place.key());
                if (isVersion(source)) {
                    request.versionId(tag(source, VERSION));
                }
            });
            boolean versioned = head.versionId() != null && !head.versionId().equals("null");
            String tag = versioned ? VERSION + head.versionId() : ETAG + head.eTag();
            return new SourceRef(place.uri(), tag, head.contentLength());
        } catch (SdkException e) {
            throw failed(place, e);
        }
    }

    Path fetch(SourceRef source, Path scratch) {
        SourceRef pinned = source.versionTag() == null ? pin(source) : source;
        S3Place place = S3Place.of(pinned.uri());
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(place.bucket()).key(place.key());
        if (isVersion(pinned)) {
            request.versionId(tag(pinned, VERSION));
        } else {
            request.ifMatch(tag(pinned, ETAG));
        }
        Path file = scratch.resolve(Digests.sha256(pinned.uri() + "\n" + pinned.versionTag()) + extension(place.key()));
        try {
            download.to(file, request.build());
            return file;
        } catch (SdkException e) {
            throw failed(place, e);
        }
    }

    private static boolean isVersion(SourceRef source) {
        return source.versionTag() != null && source.versionTag().startsWith(VERSION);
    }

    private static String tag(SourceRef source, String kind) {
        String tag = String.valueOf(source.versionTag());
        return tag.startsWith(kind) ? tag.substring(kind.length()) : tag;
    }

    /// What a file's name ends with may say how to read it.
    private static String extension(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        return extension.matches("[.A-Za-z0-9]{1,16}") ? extension : "";
    }

    private static StageFailure failed(S3Place place, SdkException e) {
        int status = e instanceof S3Exception answer ? answer.statusCode() : 0;
        if (status == S3Failures.NOT_FOUND) {
            return new InvalidInput(
                    "There is no object " + place + ", or no longer that version of it.",
                    "Check the bucket and the key; upload it again.",
                    e);
        }
        if (status == S3Failures.PRECONDITION_FAILED) {
            return new InvalidInput(
                    "The object " + place + " changed while the run was reading it.",
                    "Run again when the upload is complete; a bucket that keeps versions avoids this.",
                    e);
        }
        return AwsFailures.of("S3", "reading " + place, e);
    }
}
