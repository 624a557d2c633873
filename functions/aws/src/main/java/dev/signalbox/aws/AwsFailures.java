package dev.signalbox.aws;

import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// What went wrong between us and a service of AWS, in our own words.
public final class AwsFailures {
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private AwsFailures() {}

    /// The failure to raise: [DependencyUnavailable] for whatever may pass (no answer, throttling, an error
    /// of the service), [UnexpectedFailure] for the rest.
    ///
    /// @param service such as `S3`
    /// @param doing such as `writing s3://bucket/key`
    public static StageFailure of(String service, String doing, SdkException e) {
        if (e instanceof AwsServiceException refused) {
            return refused(service, doing, refused);
        }
        if (e instanceof SdkClientException) {
            return new DependencyUnavailable(
                    service + " did not answer while " + doing + ": " + e.getMessage() + ".",
                    "It is tried again; if this goes on, check the network and the service's status.",
                    e);
        }
        return new UnexpectedFailure(
                service + " failed while " + doing + ": " + e.getMessage() + ".", "Report this defect.", e);
    }

    private static StageFailure refused(String service, String doing, AwsServiceException e) {
        String code = e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
        String found = service + " answered " + e.statusCode() + (code.isEmpty() ? "" : " " + code) + " while " + doing;
        if (e.isThrottlingException() || e.statusCode() == TOO_MANY || e.statusCode() >= SERVER) {
            return new DependencyUnavailable(
                    found + ".", "It is tried again; if this goes on, check the service's status and quotas.", e);
        }
        if (e.statusCode() == FORBIDDEN) {
            return new UnexpectedFailure(
                    found + ".",
                    "The function's role lacks this permission, or the bucket's or key's policy denies it.",
                    e);
        }
        return new UnexpectedFailure(found + ": " + e.getMessage() + ".", "Check the name and the region.", e);
    }
}
