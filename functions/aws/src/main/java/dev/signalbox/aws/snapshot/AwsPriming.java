package dev.signalbox.aws.snapshot;

import dev.signalbox.aws.client.AwsClients;
import dev.signalbox.aws.client.ClientTimeouts;
import dev.signalbox.aws.dynamodb.DynamoLedger;
import dev.signalbox.aws.s3.S3ArtifactStore;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.runtime.snapshot.Priming;
import dev.signalbox.runtime.store.ArtifactStore;
import dev.signalbox.runtime.store.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Builds the function's clients, and writes and reads an artifact and an entry of a ledger through the SDK,
/// over other clients whose answers are canned: nothing is sent, and no credentials, connection or time of
/// the function are touched.
public final class AwsPriming implements Priming {
    private static final String NAME = "priming";
    private static final StaticCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(NAME, NAME));

    @Override
    public void prime() {
        AwsClients.OF_PROCESS.buildAll();
        try (S3Client s3 = s3();
                ArtifactStore artifacts = new S3ArtifactStore(s3, "s3://" + NAME)) {
            artifacts.read(artifacts.write(NAME, NAME + ".json", "application/json", bytes()));
            artifacts.recall(NAME);
        }
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (DynamoDbClient dynamoDb = dynamoDb();
                Ledger ledger = new DynamoLedger(dynamoDb, NAME, still)) {
            ledger.champion(NAME);
            ledger.append(NAME, new LedgerEvent.RunEnded(Outcome.REJECTED, NAME, null));
        }
    }

    private static byte[] bytes() {
        return NAME.getBytes(StandardCharsets.UTF_8);
    }

    private static S3Client s3() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(NOBODY)
                .applyMutation(builder -> AwsClients.settle(builder, ClientTimeouts.OBJECTS))
                .httpClient(new CannedHttp(NAME))
                .build();
    }

    private static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(NOBODY)
                .applyMutation(builder -> AwsClients.settle(builder, ClientTimeouts.SMALL))
                .httpClient(new CannedHttp("{}"))
                .build();
    }
}
