package dev.signalbox.aws.client;

import dev.signalbox.contract.failure.InvalidInput;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The clients of this process, each built when it is first wanted and then kept: for the region and with
/// the credentials that the SDK finds, and for `AWS_ENDPOINT_URL` where that is set.
///
/// A client that is built holds no connection, no credentials and nothing random or dated, so that a
/// snapshot of the process may be taken after it.
public final class AwsClients {
    /// Those of this process, which nobody closes.
    public static final AwsClients OF_PROCESS = new AwsClients();

    /// One try and two more, with pauses and a budget that stops a storm of repeats.
    private static final int ATTEMPTS = 3;

    private final Kept<S3Client> s3 = new Kept<>(() -> S3Client.builder()
            .applyMutation(builder -> settleS3(builder, ClientTimeouts.OBJECTS))
            .forcePathStyle(hasOwnEndpoint())
            .build());
    private final Kept<DynamoDbClient> dynamoDb = new Kept<>(() -> DynamoDbClient.builder()
            .applyMutation(builder -> settle(builder, ClientTimeouts.SMALL))
            .build());
    private final Kept<SnsClient> sns = new Kept<>(() -> SnsClient.builder()
            .applyMutation(builder -> settle(builder, ClientTimeouts.SMALL))
            .build());
    private final Kept<SsmClient> ssm = new Kept<>(() -> SsmClient.builder()
            .applyMutation(builder -> settle(builder, ClientTimeouts.SMALL))
            .build());
    private final Kept<SfnClient> sfn = new Kept<>(() -> SfnClient.builder()
            .applyMutation(builder -> settle(builder, ClientTimeouts.SMALL))
            .build());

    /// Of S3.
    public S3Client s3() {
        return s3.get();
    }

    /// Of DynamoDB.
    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    /// Of SNS.
    public SnsClient sns() {
        return sns.get();
    }

    /// Of the Parameter Store.
    public SsmClient ssm() {
        return ssm.get();
    }

    /// Of Step Functions.
    public SfnClient sfn() {
        return sfn.get();
    }

    /// Builds all of them now, before a snapshot of the process.
    public void buildAll() {
        Stream.of(s3, dynamoDb, sns, ssm, sfn).forEach(Kept::get);
    }

    /// Gives a client of a service with small messages its time-outs, its number of tries and its way to
    /// speak HTTP: the JDK's own connections. The first calls of a process to S3 and DynamoDB took 1.65 s of
    /// processor time with them, 1.88 with Apache's client (means of four, a busy machine, C1).
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> void settle(
            B builder, ClientTimeouts timeouts) {
        settle(
                builder,
                timeouts,
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeouts.connect())
                        .socketTimeout(timeouts.silence())
                        .build());
    }

    /// Gives a client of S3 the same, but Apache's client for HTTP. S3 may refuse a write before it has read
    /// the body, and what a conditional write means hangs on that answer. The JDK's connections often lost it
    /// (of 60 writes to s3proxy one failed in all three tries, and the 60 took five times as long);
    /// Apache's client lost none.
    public static void settleS3(S3ClientBuilder builder, ClientTimeouts timeouts) {
        settle(
                builder,
                timeouts,
                ApacheHttpClient.builder()
                        .connectionTimeout(timeouts.connect())
                        .socketTimeout(timeouts.silence())
                        .build());
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> void settle(
            B builder, ClientTimeouts timeouts, SdkHttpClient http) {
        builder.httpClient(http)
                .overrideConfiguration(settings -> settings.apiCallAttemptTimeout(timeouts.attempt())
                        .apiCallTimeout(timeouts.call())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
    }

    /// An emulator has one name for all buckets.
    private static boolean hasOwnEndpoint() {
        return Stream.of(
                        System.getenv("AWS_ENDPOINT_URL"),
                        System.getenv("AWS_ENDPOINT_URL_S3"),
                        System.getProperty("aws.endpointUrl"),
                        System.getProperty("aws.endpointUrlS3"))
                .anyMatch(Objects::nonNull);
    }

    /// Something that is made once.
    private static final class Kept<T> {
        private final Supplier<T> maker;
        private @Nullable T made;

        Kept(Supplier<T> maker) {
            this.maker = maker;
        }

        synchronized T get() {
            if (made == null) {
                made = make();
            }
            return made;
        }

        private T make() {
            try {
                return maker.get();
            } catch (SdkClientException e) {
                throw new InvalidInput(
                        "A client of AWS cannot be built: " + e.getMessage(),
                        "Set AWS_REGION, and AWS_ENDPOINT_URL only to a complete URL.",
                        e);
            }
        }
    }
}
