package dev.signalbox.model.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.model.evaluate.EvaluateHandler;
import dev.signalbox.runtime.StageHandler;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files in `events/evaluate` and `events/gate` through the handlers, over bytes.
class SharedEventsTest {
    private static final int MOST_ANSWER_BYTES = 32 * 1024;

    @TempDir
    private Path folder;

    @Test
    void evaluateAnswersItsEvent() throws Exception {
        TestEnvironment environment = new TestEnvironment(folder);
        assertAnswer("evaluate", new EvaluateHandler(environment.stage()));
    }

    @Test
    void gateAnswersItsEventAndIsNeverCached() throws Exception {
        TestEnvironment environment = new TestEnvironment(folder);
        JsonNode first = assertAnswer("gate", new GateHandler(environment.stage()));
        assertThat(assertAnswer("gate", new GateHandler(environment.stage()))).isEqualTo(first);
        assertThat(environment.ledger().entries("run-1"))
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .containsExactly("HoldoutOpened", "StageFinished", "StageFinished");
        assertThat(environment.ledger().entries("run-1").getLast().event())
                .isInstanceOfSatisfying(LedgerEvent.StageFinished.class, finished -> {
                    assertThat(finished.fingerprint()).isNull();
                    assertThat(finished.cached()).isFalse();
                    assertThat(finished.detail()).isEqualTo("linear");
                });
    }

    private static JsonNode assertAnswer(String stage, StageHandler<?, ?> handler) throws IOException {
        SharedEvents events = new SharedEvents(stage);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(events.request("request")), out, null);
        assertThat(out.size()).isLessThan(MOST_ANSWER_BYTES);
        JsonNode answer = SharedEvents.withoutUsage(out.toByteArray());
        events.expected("request")
                .properties()
                .forEach(member -> assertThat(answer.get(member.getKey()))
                        .as(member.getKey())
                        .isEqualTo(member.getValue()));
        return answer;
    }
}
