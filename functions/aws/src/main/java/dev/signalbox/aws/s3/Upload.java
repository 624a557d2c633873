package dev.signalbox.aws.s3;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Writes an object once: a second writer of the same key finds it there and leaves it. S3 compares what
/// arrives with the SHA-256 that goes with it.
final class Upload {
    private static final String OCTETS = "application/octet-stream";

    /// Each round that ends in a conflict had a winner.
    private static final int ROUNDS = 5;

    private final S3Client s3;
    private final PartSizes sizes;

    Upload(S3Client s3, PartSizes sizes) {
        this.s3 = s3;
        this.sizes = sizes;
    }

    /// @param sha256 of the bytes
    void bytes(S3Place place, String mediaType, String sha256, byte[] bytes) {
        // Not RequestBody.fromBytes, which copies.
        RequestBody body =
                RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes), bytes.length, mediaType);
        once(() -> put(place, mediaType, sha256, body));
    }

    /// @param sha256 of the file's bytes
    void file(S3Place place, String mediaType, String sha256, Path file, long sizeBytes) {
        if (sizeBytes < sizes.fromBytes()) {
            once(() -> put(place, mediaType, sha256, RequestBody.fromFile(file)));
        } else if (!isThere(place)) {
            once(() -> inParts(place, mediaType, sha256, file, sizeBytes));
        }
    }

    /// A conditional write that meets another one of the same key is told so and asks again.
    private static void once(Runnable write) {
        for (int round = 1; ; round++) {
            try {
                write.run();
                return;
            } catch (S3Exception e) {
                if (S3Failures.isConditionFailed(e)) {
                    return;
                }
                if (!S3Failures.isConflict(e) || round == ROUNDS) {
                    throw e;
                }
            }
        }
    }

    private void put(S3Place place, String mediaType, String sha256, RequestBody body) {
        s3.putObject(
                request -> request.bucket(place.bucket())
                        .key(place.key())
                        .contentType(mediaType)
                        .checksumSHA256(base64(sha256))
                        .ifNoneMatch("*"),
                body);
    }

    private void inParts(S3Place place, String mediaType, String sha256, Path file, long sizeBytes) {
        String uploadId = s3.createMultipartUpload(request -> request.bucket(place.bucket())
                        .key(place.key())
                        .contentType(mediaType)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId();
        boolean complete = false;
        try (FileParts source = new FileParts(file, sizes.partBytes(sizeBytes))) {
            List<CompletedPart> parts = source.each((number, bytes) -> part(place, uploadId, number, bytes));
            if (!source.sha256().equals(sha256)) {
                throw new InvalidInput(
                        "The file " + file + " changed while it was sent to " + place + ".",
                        "Nothing else may write to the scratch folder; run again.");
            }
            complete(place, uploadId, parts);
            complete = true;
        } catch (IOException e) {
            throw Download.localDisk(file, e);
        } finally {
            if (!complete) {
                abort(place, uploadId);
            }
        }
    }

    private CompletedPart part(S3Place place, String uploadId, int number, byte[] bytes) {
        String checksum = base64(Digests.sha256(bytes));
        var answer = s3.uploadPart(
                request -> request.bucket(place.bucket())
                        .key(place.key())
                        .uploadId(uploadId)
                        .partNumber(number)
                        .checksumSHA256(checksum),
                RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes), bytes.length, OCTETS));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(answer.eTag())
                .checksumSHA256(checksum)
                .build();
    }

    private void complete(S3Place place, String uploadId, List<CompletedPart> parts) {
        try {
            s3.completeMultipartUpload(request -> request.bucket(place.bucket())
                    .key(place.key())
                    .uploadId(uploadId)
                    .multipartUpload(all -> all.parts(parts))
                    .ifNoneMatch("*"));
        } catch (SdkException e) {
            // When the answer to the first try was lost, a second one finds the upload gone and the object there.
            if (!S3Failures.isNotFound(e) || !isThere(place)) {
                throw e;
            }
        }
    }

    private boolean isThere(S3Place place) {
        try {
            s3.headObject(request -> request.bucket(place.bucket()).key(place.key()));
            return true;
        } catch (SdkException e) {
            if (S3Failures.isNotFound(e)) {
                return false;
            }
            throw e;
        }
    }

    /// Parts that nobody completes are invisible, but paid for until they are dropped. Where this fails, too,
    /// the bucket's lifecycle rule drops them.
    private void abort(S3Place place, String uploadId) {
        try {
            s3.abortMultipartUpload(
                    request -> request.bucket(place.bucket()).key(place.key()).uploadId(uploadId));
        } catch (SdkException _) {
            // What made us give up is on its way to the caller, and says more.
        }
    }

    private static String base64(String sha256) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }
}
