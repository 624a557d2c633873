package dev.signalbox.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.aws.dynamodb.DynamoLedger;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.runtime.store.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The whole system, deployed to an emulator of its own; one for all tests of the module.
final class Deployment implements AutoCloseable {
    private static final String STACK = "signalbox-dev";

    private final Path root;
    private final Path cloud;
    private final Script script;
    private final Path run;
    private final URI endpoint;
    private final JsonNode outputs;
    private final Ledger ledger;

    private Deployment(Path root, int port) throws IOException {
        this.root = root;
        this.endpoint = URI.create("http://127.0.0.1:" + port);
        this.cloud = Files.createTempDirectory("cdk.out");
        this.script = new Script(root, Map.of("EMULATOR_PORT", Integer.toString(port)));
        this.run = root.resolve("local/emulator/target/run-" + port);
        Path pipelines = Files.createDirectories(root.resolve("local/emulator/target/pipelines"));
        copyPipelines(pipelines);
        script.run("local/emulator/emulator", "start");
        script.run(
                "local/emulator/target/node_modules/.bin/cdk",
                "synth",
                "--quiet",
                "--app",
                "infra/synth",
                "--context",
                "pipelines=" + pipelines,
                "--output",
                cloud.toString());
        script.run("local/emulator/emulator", "deploy", cloud.toString(), STACK);
        this.outputs = ContractJson.LENIENT
                .readTree(Files.readString(run.resolve("outputs.json")))
                .path(STACK);
        this.ledger = new DynamoLedger(client(DynamoDbClient.builder()), output("LedgerTable"), Clock.systemUTC());
    }

    /// Deploys the tree that the tests run in.
    static Deployment start() throws IOException {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return new Deployment(root, port);
    }

    /// The root of the tree.
    Path root() {
        return root;
    }

    /// Runs programs of the tree, on this machine and without the emulator.
    Script script() {
        return script;
    }

    /// An output of the stack.
    String output(String name) {
        return outputs.path(name).asText();
    }

    /// Where the emulator serves the address of a function.
    ///
    /// @param id of the address: `https://<id>.lambda-url.…` on AWS
    URI functionUrl(String id, String path) {
        return endpoint.resolve("/_aws/lambda-url/" + id + "/" + path);
    }

    /// Has the next calls of a function refused, as AWS refuses calls above an account's concurrency.
    ///
    /// @param function its name
    void throttle(String function, int calls) {
        try {
            Files.writeString(fault(function), Integer.toString(calls));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many of these calls are still to be refused.
    int throttledLeft(String function) {
        try {
            return Integer.parseInt(Files.readString(fault(function)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path fault(String function) {
        return run.resolve("faults").resolve(function);
    }

    /// What the deployed functions write.
    Ledger ledger() {
        return ledger;
    }

    S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    SfnClient sfn() {
        return client(SfnClient.builder());
    }

    SnsClient sns() {
        return client(SnsClient.builder());
    }

    SqsClient sqs() {
        return client(SqsClient.builder());
    }

    IamClient iam() {
        return client(IamClient.builder());
    }

    LambdaClient lambda() {
        return client(LambdaClient.builder());
    }

    /// What the linters of AWS say of machines and templates; fails where one finds anything.
    String lint() {
        return script.run("local/emulator/emulator", "lint", cloud.toString());
    }

    /// Removes the stack, as a person would.
    void destroy() {
        script.run("local/emulator/emulator", "destroy", cloud.toString(), STACK);
    }

    @Override
    public void close() {
        script.run("local/emulator/emulator", "stop");
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private void copyPipelines(Path folder) throws IOException {
        Files.copy(
                root.resolve("examples/penguins/pipeline.yaml"),
                folder.resolve("penguins.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> own = Files.list(root.resolve("local/emulator/src/test/resources/pipelines"))) {
            for (Path file : own.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
