package dev.signalbox.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/// The buckets: what people bring, what stages make, and who looked at both.
public final class DataLake extends Construct {
    private static final int DAYS_OF_PARTS = 3;
    private static final int DAYS_OF_OLD_VERSIONS = 90;
    private static final int DAYS_OF_CACHE = 90;
    private static final int DAYS_OF_ACCESS_LOGS = 180;

    private final Bucket accessLogs;
    private final Bucket incoming;
    private final Bucket artifacts;

    /// @param settings what becomes of the data when the stack goes
    /// @param key of what people bring and stages make, where there is one
    public DataLake(Construct scope, String id, Settings settings, DataKey key) {
        super(scope, id);
        this.accessLogs = accessLogs(settings);
        this.incoming = incoming(settings, key);
        this.artifacts = artifacts(settings, key);
    }

    /// What people bring: `incoming/<pipeline>/<file>` starts a run, `scoring/…` is there to be scored.
    public Bucket incoming() {
        return incoming;
    }

    /// What stages make: `runs/`, `cache/`, `predictions/`.
    public Bucket artifacts() {
        return artifacts;
    }

    private Bucket accessLogs(Settings settings) {
        return bucket("AccessLogs", settings)
                .lifecycleRules(List.of(
                        unfinishedUploads(),
                        LifecycleRule.builder()
                                .id("access-logs-end")
                                .expiration(Duration.days(DAYS_OF_ACCESS_LOGS))
                                .build()))
                .build();
    }

    private Bucket incoming(Settings settings, DataKey key) {
        Bucket bucket = data("Incoming", settings, key)
                .serverAccessLogsPrefix("incoming/")
                .lifecycleRules(List.of(unfinishedUploads(), oldVersions()))
                .build();
        // The L2 property would bring a custom resource with a function of its own.
        if (bucket.getNode().getDefaultChild() instanceof CfnBucket plain) {
            plain.addPropertyOverride(
                    "NotificationConfiguration.EventBridgeConfiguration", Map.of("EventBridgeEnabled", true));
        }
        return bucket;
    }

    private Bucket artifacts(Settings settings, DataKey key) {
        return data("Artifacts", settings, key)
                .serverAccessLogsPrefix("artifacts/")
                .lifecycleRules(List.of(
                        unfinishedUploads(),
                        oldVersions(),
                        LifecycleRule.builder()
                                .id("cached-answers-end")
                                .prefix("cache/")
                                .expiration(Duration.days(DAYS_OF_CACHE))
                                .build()))
                .build();
    }

    private Bucket.Builder data(String id, Settings settings, DataKey key) {
        Bucket.Builder builder = bucket(id, settings).versioned(true).serverAccessLogsBucket(accessLogs);
        key.key()
                // One data key for many objects: a request to KMS for each would cost more than the storage.
                .ifPresent(own -> builder.encryption(BucketEncryption.KMS)
                        .encryptionKey(own)
                        .bucketKeyEnabled(true));
        return builder;
    }

    private Bucket.Builder bucket(String id, Settings settings) {
        return Bucket.Builder.create(this, id)
                // S3 writes access logs to buckets with keys of its own only.
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    }

    /// Parts of an upload that nobody completed are invisible and paid for.
    private static LifecycleRule unfinishedUploads() {
        return LifecycleRule.builder()
                .id("unfinished-uploads-end")
                .abortIncompleteMultipartUploadAfter(Duration.days(DAYS_OF_PARTS))
                .build();
    }

    private static LifecycleRule oldVersions() {
        return LifecycleRule.builder()
                .id("replaced-versions-end")
                .noncurrentVersionExpiration(Duration.days(DAYS_OF_OLD_VERSIONS))
                .build();
    }
}
