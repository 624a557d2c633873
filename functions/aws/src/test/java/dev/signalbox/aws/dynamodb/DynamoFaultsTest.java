package dev.signalbox.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.aws.client.ClientTimeouts;
import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.LocalDynamoDb;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.store.Ledger;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a call to DynamoDB that goes wrong on its way.
class DynamoFaultsTest {
    private static final int ALWAYS = 10;
    private static final LedgerEvent EVENT = new LedgerEvent.StageFailed("Ingest", "e", "m");
    private static final ArtifactRef REF = new ArtifactRef("s3://b/a", "0".repeat(64), 1, "application/json");

    private final String table = LocalDynamoDb.table();
    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(LocalDynamoDb.uri());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProvisionedThroughputExceededException",
                "ThrottlingException",
                "RequestLimitExceeded",
                "TransactionInProgressException",
                "TransactionConflictException"
            })
    void asksToTryLaterWhatIsThrottled(String type) {
        wire.when(call("PutItem"), ALWAYS, Fault.json(400, type));

        assertThatThrownBy(() -> ledger().append("r", EVENT))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("DynamoDB answered 400 " + type + " while writing the table " + table)
                .hasMessageContaining("request-1")
                .hasMessageContaining("Hint:");
        assertThat(ledger().entries("r")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, InternalServerError", "503, ServiceUnavailable"})
    void triesAgainWhatFailsOnTheOtherSide(int status, String type) {
        wire.next(Fault.json(status, type), Fault.json(status, type));

        ledger().append("r", EVENT);

        assertThat(ledger().entries("r")).hasSize(1);
    }

    @Test
    void saysThatNobodyAnswers() {
        wire.when(call(""), ALWAYS, new Fault.Refused());

        assertThatThrownBy(() -> ledger().entries("r"))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("DynamoDB did not answer while reading the table " + table);
    }

    @Test
    void doesNotWaitForASilentServerForEver() {
        wire.when(call(""), ALWAYS, new Fault.Silence());

        assertThatThrownBy(() -> ledger(TestClients.HASTY).champion("p")).isInstanceOf(DependencyUnavailable.class);
    }

    @Test
    void saysWhatMayNotBeDone() {
        wire.next(Fault.json(400, "AccessDeniedException"));

        assertThatThrownBy(() -> ledger().champion("p"))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("Let the role do this");
    }

    @Test
    void appendsOnceThoughTheAnswerIsLost() {
        wire.when(call("PutItem"), 1, new Fault.AnswerLost());

        assertThat(ledger().append("r", EVENT).sequence()).isEqualTo(1);
        assertThat(ledger().entries("r")).hasSize(1);
    }

    @Test
    void knowsItsOwnWriteThoughTheAnswerIsLost() {
        wire.when(call("PutItem"), 1, new Fault.AnswerLost());
        assertThat(ledger().setRegister("p", "contract", 0, REF)).isTrue();
        wire.when(call("PutItem"), 1, new Fault.AnswerLost());
        assertThat(ledger().setRegister("p", "contract", 1, REF)).isTrue();
        wire.when(call("PutItem"), 1, new Fault.AnswerLost());
        assertThat(ledger().claim("p", "v", "r")).isEqualTo("r");

        assertThat(ledger().register("p", "contract")).contains(new Ledger.Register(2, REF));
    }

    @Test
    void indexesOnceThoughTheAnswerIsLost() {
        wire.when(call("TransactWriteItems"), 1, new Fault.AnswerLost());

        ledger().index(run());

        assertThat(ledger().runs(null, 10)).containsExactly(run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void asksToTryLaterWhenATransactionIsInTheWay(String reason) {
        wire.when(call("TransactWriteItems"), ALWAYS, cancelled(reason));

        assertThatThrownBy(() -> ledger().index(run()))
                .isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("cancelled a transaction on the table " + table + ": " + reason);
        assertThat(ledger().run("r")).isEmpty();
    }

    @Test
    void doesNotTryAgainWhatIsWrong() {
        wire.next(cancelled("ValidationError"));

        assertThatThrownBy(() -> ledger().index(run())).isInstanceOf(UnexpectedFailure.class);
    }

    @Test
    void readsPageByPage() {
        for (int i = 0; i < 5; i++) {
            ledger().append("r", new LedgerEvent.StageFailed("Ingest", "e", "m".repeat(380_000)));
        }
        int before = wire.calls().size();

        assertThat(ledger().entries("r")).hasSize(5);
        assertThat(wire.calls().size() - before).isGreaterThan(1);
    }

    @Test
    void refusesAMissingTableOverTheWire() {
        wire.next(Fault.json(400, "ResourceNotFoundException"));

        assertThatThrownBy(() -> ledger().index(run()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no DynamoDB table '" + table + "'");
    }

    private Ledger ledger() {
        return ledger(TestClients.PATIENT);
    }

    private Ledger ledger(ClientTimeouts timeouts) {
        return new DynamoLedger(TestClients.dynamoDb(wire.uri(), timeouts), table, Clock.systemUTC());
    }

    private static RunRecord run() {
        return new RunRecord("p", "r", "v", "s3://b/d.csv", Instant.parse("2026-01-01T00:00:00Z"), null, null, null);
    }

    private static Fault cancelled(String reason) {
        return new Fault.Instead(
                400,
                Map.of("Content-Type", "application/x-amz-json-1.0"),
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                        + "\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"" + reason + "\"}]}");
    }

    private static Predicate<Wire.Call> call(String operation) {
        return call -> String.valueOf(call.headers().getFirst("X-amz-target")).endsWith(operation);
    }
}
