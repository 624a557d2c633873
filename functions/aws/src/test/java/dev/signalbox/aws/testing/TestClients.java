package dev.signalbox.aws.testing;

import dev.signalbox.aws.client.AwsClients;
import dev.signalbox.aws.client.ClientTimeouts;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients as production settles them, for a server on this machine.
public final class TestClients {
    /// Long enough for a busy machine.
    public static final ClientTimeouts PATIENT = new ClientTimeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(40), Duration.ofSeconds(120));

    /// For a server that is meant to be silent.
    public static final ClientTimeouts HASTY = new ClientTimeouts(
            Duration.ofSeconds(10), Duration.ofMillis(150), Duration.ofSeconds(10), Duration.ofSeconds(60));

    private TestClients() {}

    /// Of S3.
    public static S3Client s3(URI endpoint, ClientTimeouts timeouts) {
        return S3Client.builder()
                .applyMutation(builder -> AwsClients.settleS3(builder, timeouts))
                .applyMutation(builder -> direct(builder, endpoint))
                .forcePathStyle(true)
                .build();
    }

    /// Of DynamoDB.
    public static DynamoDbClient dynamoDb(URI endpoint, ClientTimeouts timeouts) {
        return DynamoDbClient.builder()
                .applyMutation(builder -> settle(builder, endpoint, timeouts))
                .build();
    }

    /// Any other client.
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        settle(builder, endpoint, PATIENT);
        return builder.build();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> void settle(
            B builder, URI endpoint, ClientTimeouts timeouts) {
        AwsClients.settle(builder, timeouts);
        direct(builder, endpoint);
    }

    private static <B extends AwsClientBuilder<B, C>, C> void direct(B builder, URI endpoint) {
        builder.region(Region.EU_CENTRAL_1)
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")));
    }
}
