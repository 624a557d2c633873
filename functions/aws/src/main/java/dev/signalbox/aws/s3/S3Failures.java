package dev.signalbox.aws.s3;

import dev.signalbox.aws.client.AwsFailures;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3's answers mean.
final class S3Failures {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private S3Failures() {}

    static boolean isNotFound(SdkException e) {
        return e instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }

    /// Whether a condition did not hold: something is there already, or is another version by now.
    static boolean isConditionFailed(SdkException e) {
        return e instanceof S3Exception answer && answer.statusCode() == PRECONDITION_FAILED;
    }

    /// Whether another conditional write of the same key was under way.
    static boolean isConflict(SdkException e) {
        return e instanceof S3Exception answer && answer.statusCode() == CONFLICT;
    }

    /// Does a piece of work and puts what S3 refuses into our words.
    static <T> T guarded(String doing, S3Place place, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw of(doing, place, e);
        }
    }

    static StageFailure of(String doing, S3Place place, SdkException e) {
        if (e instanceof NoSuchBucketException) {
            return new InvalidInput(
                    "There is no bucket '" + place.bucket() + "' for " + doing + " " + place + ".",
                    "Check the bucket's name and the region; the deployment makes the buckets.",
                    e);
        }
        return AwsFailures.of("S3", doing + " " + place, e);
    }

    static StageFailure reading(ArtifactRef ref, S3Place place, SdkException e) {
        if (isNotFound(e) && !(e instanceof NoSuchBucketException)) {
            return new ArtifactDamaged(
                    "The artifact " + ref.uri() + " is gone.",
                    "A lifecycle rule or a person deleted it; run the pipeline again.",
                    e);
        }
        return of("reading", place, e);
    }

    static ArtifactDamaged changed(ArtifactRef ref) {
        return new ArtifactDamaged(
                "The bytes of the artifact " + ref.uri() + " are not those that were written.",
                "Something changed the bucket; run the pipeline again.");
    }
}
