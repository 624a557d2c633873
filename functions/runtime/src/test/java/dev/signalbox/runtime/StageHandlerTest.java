package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.CallUse;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageHandlerTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;
    private RunRef run;

    @BeforeEach
    void prepare() throws IOException {
        environment = new TestEnvironment(folder);
        run = environment.run(PipelineConfig.of("p", "y"), Files.writeString(folder.resolve("d.csv"), "y\n1\n"));
    }

    @Test
    void answersOverBytesWithUsageBesideTheResult() throws IOException {
        JsonNode answer = call(new Counting(environment.stage(), null, () -> "done"), request("why"));

        assertThat(answer.path("reason").asText()).isEqualTo("done");
        assertThat(answer.path("usage").path("costUsd").isNumber()).isTrue();
        assertThat(environment.ledger().entries("run-1").getLast().event())
                .isInstanceOfSatisfying(
                        LedgerEvent.StageFinished.class,
                        event -> assertThat(event.cached()).isFalse());
    }

    @Test
    void takesTheAnswerToTheSameIdentityFromTheCache() throws IOException {
        Counting handler = new Counting(environment.stage(), "same inputs", () -> "done");

        JsonNode first = call(handler, request("a"));
        JsonNode second = call(handler, request("b"));

        assertThat(handler.calls).isEqualTo(1);
        assertThat(second.path("reason")).isEqualTo(first.path("reason"));
    }

    @Test
    void answersWithTheRecordAndItsUsage() throws IOException {
        JsonNode answer = call(new Counting(environment.stage(), null, () -> "done"), request("a"));

        assertThat(answer)
                .isEqualTo(ContractJson.LENIENT.readTree(
                        "{\"outcome\":\"rejected\",\"reason\":\"done\",\"usage\":{\"costUsd\":0.0,\"seconds\":0.0}}"));
        LedgerEvent.StageFinished finished = (LedgerEvent.StageFinished)
                environment.ledger().entries("run-1").getLast().event();
        assertThat(finished.resultSha256())
                .as("of the record alone: usage differs from call to call")
                .isEqualTo(Digests.ofRecord(new EndResult(Outcome.REJECTED, "done")));
    }

    @Test
    void runsAgainForAnotherIdentity() throws IOException {
        call(new Counting(environment.stage(), "these inputs", () -> "done"), request("a"));
        Counting other = new Counting(environment.stage(), "other inputs", () -> "done");
        call(other, request("a"));

        assertThat(other.calls).isEqualTo(1);
    }

    @Test
    void ignoresMembersThatANewerCallerSends() throws IOException {
        String request = request("why").replaceFirst("\\{", "{\"fromTheFuture\":1,");

        assertThat(call(new Counting(environment.stage(), null, () -> "done"), request)
                        .path("reason")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        Counting handler = new Counting(environment.stage(), null, () -> "done");

        assertThatThrownBy(() -> call(handler, "{\"reason\": ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> call(handler, "null")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> call(handler, "{}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("run is missing")
                .hasMessageContaining("events/reject/");
    }

    @Test
    void passesNamedFailuresOnAndRecordsThem() {
        Counting handler = new Counting(environment.stage(), null, () -> {
            throw new DataQuality("No rows.", "Send some.");
        });

        assertThatThrownBy(() -> call(handler, request("a"))).isInstanceOf(DataQuality.class);
        assertThat(environment.ledger().entries("run-1").getLast().event())
                .isEqualTo(new LedgerEvent.StageFailed("reject", DataQuality.class.getName(), "No rows."));
    }

    @Test
    void saysWhatACallHadUsedWhenItFailed() {
        Counting handler = new Counting(environment.stage(), null, () -> {
            throw new DataQuality("No rows.", "Send some.");
        });

        assertThatThrownBy(() -> call(handler, request("a")))
                .satisfies(failure -> assertThat(CallUse.in(failure.getMessage()))
                        .hasValueSatisfying(use ->
                                assertThat(use.memoryMb()).isPositive().isLessThanOrEqualTo(use.memoryLimitMb())));
    }

    @Test
    void namesADefectAndAFullMemory() {
        Counting broken = new Counting(environment.stage(), null, () -> {
            throw new IllegalStateException("oops");
        });
        Counting large = new Counting(environment.stage(), null, () -> {
            throw new OutOfMemoryError("heap");
        });

        assertThatThrownBy(() -> call(broken, request("a")))
                .isInstanceOf(UnexpectedFailure.class)
                .hasMessageContaining("oops");
        assertThatThrownBy(() -> call(large, request("a"))).isInstanceOf(ResourceExhausted.class);
    }

    private String request(String reason) throws IOException {
        return ContractJson.LENIENT.writeValueAsString(new RejectRequest(run, reason, null, null));
    }

    private static JsonNode call(Counting handler, String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), answer, null);
        return ContractJson.LENIENT.readTree(answer.toByteArray());
    }

    private static final class Counting extends StageHandler<RejectRequest, EndResult> {
        private final Object identity;
        private final Supplier<String> work;
        private int calls;

        Counting(StageEnvironment environment, Object identity, Supplier<String> work) {
            super(StageName.REJECT, RejectRequest.class, EndResult.class, environment);
            this.identity = identity;
            this.work = work;
        }

        @Override
        protected Object identity(RejectRequest request) {
            return identity;
        }

        @Override
        protected EndResult run(RejectRequest request) {
            calls++;
            return new EndResult(Outcome.REJECTED, work.get());
        }
    }
}
