package dev.signalbox.aws.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.aws.dynamodb.Keys;
import dev.signalbox.aws.testing.Fault;
import dev.signalbox.aws.testing.LocalDynamoDb;
import dev.signalbox.aws.testing.TestClients;
import dev.signalbox.aws.testing.Wire;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.store.OpenQuestion;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.testing.TaskTokensContract;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;

class StepFunctionsTasksTest extends TaskTokensContract {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Fault TAKEN = Fault.ok("{}");

    private final String table = LocalDynamoDb.table();
    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(null).when(call -> true, 100, TAKEN);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Override
    protected StepFunctionsTasks tasks() {
        return at(NOW);
    }

    @Override
    protected String handle(PendingApproval pending) {
        return tasks().pending(pending.runId()).stream()
                .filter(question -> question.subject().equals(pending.subject()))
                .findFirst()
                .map(OpenQuestion::id)
                .orElse("none");
    }

    @Override
    protected List<HumanAnswer> answers() {
        return wire.calls().stream().map(StepFunctionsTasksTest::answer).toList();
    }

    @Test
    void tellsStepFunctionsTheAnswerUnderTheToken() {
        tasks().open(PENDING);
        tasks().complete(id(), ANSWER);

        Wire.Call call = wire.calls().getFirst();
        assertThat(call.headers().getFirst("X-amz-target")).isEqualTo("AWSStepFunctions.SendTaskSuccess");
        assertThat(call.text()).contains("\"taskToken\":\"" + PENDING.taskToken() + "\"");
        assertThat(answer(call)).isEqualTo(ANSWER);
    }

    @Test
    void knowsAQuestionByARandomIdThatIsSafeInAUrl() {
        tasks().open(PENDING);

        assertThat(id()).matches("[A-Za-z0-9_-]{32}");
        assertThat(tasks().find(id())).hasValueSatisfying(question -> {
            assertThat(question.question()).isEqualTo(PENDING.question());
            assertThat(question.toString()).doesNotContain(PENDING.taskToken());
        });
        assertThat(tasks().find(PENDING.taskToken())).isEmpty();
    }

    @Test
    void doesNotTakeTheTokenForAnId() {
        tasks().open(PENDING);

        assertThatThrownBy(() -> tasks().complete(PENDING.taskToken(), ANSWER)).isInstanceOf(InvalidInput.class);
        assertThat(wire.calls()).isEmpty();
    }

    @Test
    void marksBothItemsForDeletion() {
        tasks().open(PENDING);

        assertThat(LocalDynamoDb.client()
                        .scan(request -> request.tableName(table))
                        .items())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.get(Keys.EXPIRES_AT).n())
                        .isEqualTo(Long.toString(PENDING.expiresAt().getEpochSecond())));
    }

    @Test
    void refusesAnAnswerWhenTheTimeIsOver() {
        tasks().open(PENDING);
        String id = id();
        StepFunctionsTasks later = at(PENDING.expiresAt().plusSeconds(1));

        assertThat(later.pending(PENDING.runId())).isEmpty();
        assertThatThrownBy(() -> later.complete(id, ANSWER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Nothing waits for this answer any more: its time was over at");
        assertThat(wire.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})
    void saysThatTheRunHasGoneOn(String type) throws IOException {
        tasks().open(PENDING);
        String id = id();
        refuseAll(type);

        assertThatThrownBy(() -> tasks().complete(id, ANSWER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the run has gone on without it")
                .hasMessageContaining("signalbox show");
    }

    @Test
    void takesTheSameAnswerAgainWhenStepFunctionsDidNotGetIt() throws IOException {
        tasks().open(PENDING);
        String id = id();
        refuseAll("ThrottlingException");
        assertThatThrownBy(() -> tasks().complete(id, ANSWER)).isInstanceOf(DependencyUnavailable.class);
        open();

        assertThatThrownBy(() -> tasks().complete(id, OTHER_ANSWER))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it was answered by ann at " + NOW);
        tasks().complete(id, ANSWER);
        assertThatThrownBy(() -> tasks().complete(id, ANSWER)).isInstanceOf(InvalidInput.class);

        assertThat(answers()).containsExactly(ANSWER);
    }

    private void refuseAll(String type) throws IOException {
        wire.close();
        wire = new Wire(null).when(call -> true, 100, Fault.json(400, type));
    }

    private String id() {
        return handle(PENDING);
    }

    private StepFunctionsTasks at(Instant now) {
        SfnClient sfn = TestClients.client(SfnClient.builder(), wire.uri());
        return new StepFunctionsTasks(
                LocalDynamoDb.client(),
                table,
                () -> sfn,
                new AnswerAddress("https://answers.example/"),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static HumanAnswer answer(Wire.Call call) {
        try {
            JsonNode sent = ContractJson.LENIENT.readTree(call.text());
            return ContractJson.LENIENT.readValue(sent.path("output").asText(), HumanAnswer.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
