package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.registry.alert.AlertHandler;
import dev.signalbox.registry.awaitapproval.AwaitApprovalHandler;
import dev.signalbox.registry.promote.PromoteHandler;
import dev.signalbox.registry.quarantine.QuarantineHandler;
import dev.signalbox.registry.reject.RejectHandler;
import dev.signalbox.registry.rollback.RollbackHandler;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedEventsTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
    }

    @Test
    void promotesTheSharedEvent() throws IOException {
        answers("promote", PromoteHandler::new);
    }

    @Test
    void rejectsTheSharedEvent() throws IOException {
        answers("reject", RejectHandler::new);
    }

    @Test
    void setsTheSharedEventAside() throws IOException {
        answers("quarantine", QuarantineHandler::new);
    }

    @Test
    void asksTheSharedEvent() throws IOException {
        answers("awaitapproval", AwaitApprovalHandler::new);
    }

    @Test
    void tellsTheSharedEvent() throws IOException {
        answers("alert", AlertHandler::new);
    }

    @Test
    void tellsThatAReportIsMissing() throws IOException {
        answers("alert", "report-missing", AlertHandler::new);
    }

    @Test
    void tellsWhatWasTried() throws IOException {
        answers("alert", "tried", AlertHandler::new);
    }

    @Test
    void rollsBackTheSharedEvent() throws IOException {
        byte[] promotion = new SharedEvents("promote").request("request");
        Handlers.bytes(new PromoteHandler(environment.stage()), promotion);
        ModelVersion first = environment.ledger().champion("penguins").orElseThrow();
        environment
                .ledger()
                .moveChampion(
                        1,
                        new ModelVersion(
                                first.pipeline(),
                                2,
                                "run-2",
                                first.candidate(),
                                first.prepared(),
                                first.profile(),
                                first.gate(),
                                first.metric(),
                                first.metrics(),
                                first.at(),
                                "gate",
                                null));

        answers("rollback", RollbackHandler::new);
    }

    private void answers(String stage, Function<StageEnvironment, StageHandler<?, ?>> handler) throws IOException {
        answers(stage, "request", handler);
    }

    private void answers(String stage, String event, Function<StageEnvironment, StageHandler<?, ?>> handler)
            throws IOException {
        SharedEvents events = new SharedEvents(stage);
        byte[] answer = Handlers.bytes(handler.apply(environment.stage()), events.request(event));
        JsonNode expected = events.expected(event);

        assertThat(SharedEvents.withoutUsage(answer)).isEqualTo(expected);
        assertThat(ContractJson.LENIENT.readTree(answer).has("usage")).isTrue();
    }
}
