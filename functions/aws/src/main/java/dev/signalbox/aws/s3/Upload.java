package dev.signalbox.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Writes an object once: a second writer of the same key finds it there and leaves it. S3 checks the
/// SHA-256 of what arrives.
final class Upload {
    /// From this size on a file goes in parts, so that a break costs one part and not all.
    static final long PARTS_FROM_BYTES = 64L << 20;

    /// S3 takes at most 10,000 parts.
    private static final long MOST_PARTS = 10_000;

    private static final int CONFLICTS = 5;

    private final S3Client s3;
    private final long partsFromBytes;
    private final long leastPartBytes;

    /// @param partsFromBytes size from which on a file goes in parts
    /// @param leastPartBytes of a part; S3 wants 5 MiB at least
    Upload(S3Client s3, long partsFromBytes, long leastPartBytes) {
        this.s3 = s3;
        this.partsFromBytes = partsFromBytes;
        this.leastPartBytes = leastPartBytes;
    }

    void bytes(S3Place place, String mediaType, byte[] bytes) {
        once(() -> put(place, mediaType, RequestBody.fromBytes(bytes)));
    }

    void file(S3Place place, String mediaType, Path file, long sizeBytes) {
        if (sizeBytes < partsFromBytes) {
            once(() -> put(place, mediaType, RequestBody.fromFile(file)));
        } else {
            once(() -> inParts(place, mediaType, file, sizeBytes));
        }
    }

    /// A conditional write that meets another one of the same key is told so and asks again.
    private static void once(Runnable write) {
        for (int attempt = 1; ; attempt++) {
            try {
                write.run();
                return;
            } catch (S3Exception e) {
                if (S3Failures.isThereAlready(e)) {
                    return;
                }
                if (e.statusCode() != S3Failures.CONFLICT || attempt == CONFLICTS) {
                    throw e;
                }
            }
        }
    }

    private void put(S3Place place, String mediaType, RequestBody body) {
        s3.putObject(
                request -> request.bucket(place.bucket())
                        .key(place.key())
                        .contentType(mediaType)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .ifNoneMatch("*"),
                body);
    }

    private void inParts(S3Place place, String mediaType, Path file, long sizeBytes) {
        CreateMultipartUploadResponse upload = s3.createMultipartUpload(request -> request.bucket(place.bucket())
                .key(place.key())
                .contentType(mediaType)
                .checksumAlgorithm(ChecksumAlgorithm.SHA256));
        try {
            List<CompletedPart> parts = parts(place, upload.uploadId(), file, sizeBytes);
            s3.completeMultipartUpload(request -> request.bucket(place.bucket())
                    .key(place.key())
                    .uploadId(upload.uploadId())
                    .multipartUpload(all -> all.parts(parts))
                    .ifNoneMatch("*"));
        } catch (SdkException e) {
            abort(place, upload.uploadId(), e);
            throw e;
        }
    }

    private List<CompletedPart> parts(S3Place place, String uploadId, Path file, long sizeBytes) {
        long partBytes = Math.max(leastPartBytes, Math.ceilDiv(sizeBytes, MOST_PARTS));
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < sizeBytes; from += partBytes) {
            int number = parts.size() + 1;
            long start = from;
            long length = Math.min(partBytes, sizeBytes - from);
            RequestBody body = RequestBody.fromContentProvider(
                    () -> slice(file, start, length), length, "application/octet-stream");
            var answer = s3.uploadPart(
                    request -> request.bucket(place.bucket())
                            .key(place.key())
                            .uploadId(uploadId)
                            .partNumber(number)
                            .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                    body);
            parts.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(answer.eTag())
                    .checksumSHA256(answer.checksumSHA256())
                    .build());
        }
        return parts;
    }

    /// Parts that nobody completes are paid for until they are dropped.
    private void abort(S3Place place, String uploadId, SdkException cause) {
        try {
            s3.abortMultipartUpload(
                    request -> request.bucket(place.bucket()).key(place.key()).uploadId(uploadId));
        } catch (SdkException e) {
            cause.addSuppressed(e);
        }
    }

    private static InputStream slice(Path file, long start, long length) {
        try {
            FileChannel channel = FileChannel.open(file);
            channel.position(start);
            return new LimitedStream(Channels.newInputStream(channel), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
