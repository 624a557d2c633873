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
import software.amazon.awscdk.services.s3.ObjectOwnership;
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
    public DataLake(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.accessLogs = accessLogs(settings);
        this.incoming = incoming(settings);
        this.artifacts = artifacts(settings);
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
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(
                        unfinishedUploads(),
                        LifecycleRule.builder()
                                .id("access-logs-end")
                                .expiration(Duration.days(DAYS_OF_ACCESS_LOGS))
                                .build()))
                .build();
    }

    private Bucket incoming(Settings settings) {
        Bucket bucket = bucket("Incoming", settings)
                .versioned(true)
                .serverAccessLogsBucket(accessLogs)
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

    private Bucket artifacts(Settings settings) {
        return bucket("Artifacts", settings)
                .versioned(true)
                .serverAccessLogsBucket(accessLogs)
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

    private Bucket.Builder bucket(String id, Settings settings) {
        return Bucket.Builder.create(this, id)
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
