package dev.signalbox.aws.client;

import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.StageFailure;
import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What went wrong between us and a service of AWS, in our own words. The SDK has tried again by then.
public final class AwsFailures {
    private static final int FORBIDDEN = 403;
    private static final int SERVER = 500;

    /// Answers below 500 that another try may not get: bytes that were damaged or cut short on the way, two
    /// writers at a time, and S3's error in an answer that began as a good one. Source: "Error responses" of
    /// the Amazon S3 API reference, "Error handling with DynamoDB".
    private static final Set<String> TRANSIENT = Set.of(
            "BadDigest",
            "ConditionalRequestConflict",
            "IncompleteBody",
            "InternalError",
            "OperationAborted",
            "RequestTimeout",
            "TransactionConflictException",
            "XAmzContentChecksumMismatch",
            "XAmzContentSHA256Mismatch");

    private AwsFailures() {}

    /// Does a piece of work and puts what the service refuses into our words.
    ///
    /// @param service such as `S3`
    /// @param doing such as `writing s3://bucket/key`
    public static <T> T guarded(String service, String doing, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw of(service, doing, e);
        }
    }

    /// The failure to raise: [DependencyUnavailable] for what may pass (no answer, throttling, an error of the
    /// service, damage on the way) or what a person can mend outside (access), [UnexpectedFailure] for the
    /// rest.
    ///
    /// @param service such as `S3`
    /// @param doing such as `writing s3://bucket/key`
    public static StageFailure of(String service, String doing, SdkException e) {
        if (e instanceof AwsServiceException refused) {
            return refused(service, doing, refused);
        }
        return new DependencyUnavailable(
                service + " did not answer while " + doing + ": " + withoutDot(e.getMessage()) + ".",
                "It is tried again; if this goes on, check the network, the credentials and the service's status.",
                e);
    }

    /// The error code of an answer; empty where it has none, as an answer to HEAD.
    public static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? ""
                : e.awsErrorDetails().errorCode();
    }

    private static StageFailure refused(String service, String doing, AwsServiceException e) {
        String id = e.requestId() == null ? "" : " (request " + e.requestId() + ")";
        String found = service + " answered " + (e.statusCode() + " " + code(e)).strip() + " while " + doing + id;
        if (e.isThrottlingException()) {
            return new DependencyUnavailable(
                    found + ": too many requests.", "It is tried again; if this goes on, raise the quota.", e);
        }
        if (e.statusCode() >= SERVER || TRANSIENT.contains(code(e))) {
            return new DependencyUnavailable(
                    found + ".", "It is tried again; if this goes on, check the service's status.", e);
        }
        if (e.statusCode() == FORBIDDEN || code(e).startsWith("AccessDenied")) {
            return new DependencyUnavailable(
                    found + ".",
                    "Let the role do this: check its policy and the resource's, and the key's where it is encrypted.",
                    e);
        }
        return new UnexpectedFailure(
                found + ": " + withoutDot(e.getMessage()) + ".", "Check the names and the region in the settings.", e);
    }

    private static String withoutDot(@Nullable String message) {
        String text = String.valueOf(message);
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
