package dev.signalbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.dynamodb.DynamoLedger;
import dev.signalbox.aws.s3.S3ArtifactStore;
import dev.signalbox.aws.sfn.StepFunctionsTasks;
import dev.signalbox.aws.sns.SnsAlerts;
import dev.signalbox.aws.ssm.SsmPipelines;
import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.StoreProvider;
import dev.signalbox.runtime.store.Stores;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The one test of the clients of this process, which take their settings from it.
class AwsProviderTest {
    private static final List<String> SETTINGS =
            List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey", "aws.endpointUrl");

    private static Wire wire;

    @BeforeAll
    static void settle() throws IOException {
        wire = new Wire(null);
        List<String> values = List.of("eu-central-1", "id", "secret", wire.uri().toString());
        for (int i = 0; i < values.size(); i++) {
            System.setProperty(SETTINGS.get(i), values.get(i));
        }
    }

    @AfterAll
    static void unsettle() {
        SETTINGS.forEach(System::clearProperty);
        wire.close();
    }

    @Test
    void opensEachPortByItsUri() {
        assertThat(provider("s3://b/p").artifacts("s3://b/p")).isInstanceOf(S3ArtifactStore.class);
        assertThat(provider("dynamodb:t").ledger("dynamodb:t")).isInstanceOf(DynamoLedger.class);
        assertThat(provider("ssm:/x").pipelines("ssm:/x")).isInstanceOf(SsmPipelines.class);
        assertThat(provider("sfn:t").taskTokens("sfn:t")).isInstanceOf(StepFunctionsTasks.class);
        assertThat(provider("sns:arn").alerts("sns:arn")).isInstanceOf(SnsAlerts.class);
    }

    @Test
    void speaksToTheEndpointThatIsSet() {
        wire.next(new Fault.Instead(200, Map.of(), "abc"));

        try (var store = provider("s3://b/p").artifacts("s3://b/p")) {
            assertThat(store.recall("cache/x/1"))
                    .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("abc"));
        }
        assertThat(wire.calls().getLast().line()).isEqualTo("GET /b/p/cache/x/1");
    }

    @Test
    void keepsItsClientsWhenAStoreIsClosed() {
        wire.next(new Fault.Instead(200, Map.of(), "1"), new Fault.Instead(200, Map.of(), "2"));

        for (String expected : List.of("1", "2")) {
            try (var store = provider("s3://b/p").artifacts("s3://b/p")) {
                assertThat(store.recall("k").orElseThrow()).asString().isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///x", "sqlite:///x", "s3:", "http://x"})
    void leavesOtherUrisToOthers(String uri) {
        assertThat(new AwsProvider().serves(uri)).isFalse();
    }

    @Test
    void saysHowAUriIsWritten() {
        assertThatThrownBy(() -> new AwsProvider().ledger("s3://b/p"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'s3://b/p'")
                .hasMessageContaining("dynamodb:table");
        assertThatThrownBy(() -> new AwsProvider().taskTokens("sfn:"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sfn:table");
    }

    private static StoreProvider provider(String uri) {
        return Stores.forUri(uri);
    }
}
