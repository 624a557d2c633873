package dev.signalbox.aws.s3;

import dev.signalbox.aws.AwsFailures;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.StageFailure;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What S3's answers mean.
final class S3Failures {
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int PRECONDITION_FAILED = 412;

    private S3Failures() {}

    /// Whether a conditional write found something there already.
    static boolean isThereAlready(S3Exception e) {
        return e.statusCode() == PRECONDITION_FAILED;
    }

    /// Does a piece of work and puts what S3 refuses into our words.
    static <T> T guarded(String doing, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw AwsFailures.of("S3", doing, e);
        }
    }

    static StageFailure reading(ArtifactRef ref, SdkException e) {
        boolean gone = e instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
        return gone ? gone(ref, e) : AwsFailures.of("S3", "reading " + ref.uri(), e);
    }

    static InvalidInput changed(ArtifactRef ref) {
        return new InvalidInput(
                "The bytes of the artifact " + ref.uri() + " are not those that were written.",
                "Something changed the bucket; run the pipeline again.");
    }

    private static InvalidInput gone(ArtifactRef ref, SdkException e) {
        return new InvalidInput(
                "The artifact " + ref.uri() + " is gone.",
                "A lifecycle rule or a person deleted it; run the pipeline again.",
                e);
    }
}
