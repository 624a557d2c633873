package dev.signalbox.aws.testing;

import com.almworks.sqlite4java.SQLite;
import dev.signalbox.aws.dynamodb.Keys;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local, once for all tests of this process.
public final class LocalDynamoDb {
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static final LocalDynamoDb ONE = new LocalDynamoDb();

    private final URI uri;
    private final DynamoDbClient client;

    private LocalDynamoDb() {
        try {
            System.setProperty("sqlite4java.library.path", nativeFolder().toString());
            // Not its own server class, which wants the libraries of its telemetry.
            Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
            server.setHandler(
                    new LocalDynamoDBServerHandler(new LocalDynamoDBRequestHandler(0, true, null, false, false), null));
            server.start();
            this.uri = URI.create("http://127.0.0.1:" + server.getURI().getPort());
            this.client = TestClients.dynamoDb(uri, TestClients.PATIENT);
        } catch (Exception e) {
            throw new AssertionError("DynamoDB Local does not start", e);
        }
    }

    /// Where it listens.
    public static URI uri() {
        return ONE.uri;
    }

    /// A client of it.
    public static DynamoDbClient client() {
        return ONE.client;
    }

    /// A new, empty table, laid out as the deployment does.
    public static String table() {
        String name = "table-" + TABLES.incrementAndGet();
        client().createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(Keys.PARTITION), text(Keys.SORT))
                .keySchema(key(Keys.PARTITION, KeyType.HASH), key(Keys.SORT, KeyType.RANGE)));
        return name;
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /// Maven keeps the engine's native library beside its jar: `sqlite4java/<version>/x.jar` and
    /// `libsqlite4java-linux-amd64/<version>/`.
    private static Path nativeFolder() throws Exception {
        Path version = Path.of(SQLite.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getParent();
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return version.getParent()
                .resolveSibling(mac ? "libsqlite4java-osx" : "libsqlite4java-linux-amd64")
                .resolve(version.getFileName());
    }
}
