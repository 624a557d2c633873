package dev.signalbox.registry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.ReportResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.Handlers;
import dev.signalbox.registry.ending.RunEnding;
import dev.signalbox.runtime.testing.SharedEvents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportHandlerTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
    }

    @Test
    void writesThePageAndEndsTheRun() throws Exception {
        ReportResult result = report("promoted");
        String html = new String(environment.artifacts().read(result.report()), StandardCharsets.UTF_8);
        RunRecord record = environment.ledger().run("run-1").orElseThrow();

        assertThat(html).contains("A new model for penguins is in production").contains("Adelie");
        assertThat(result.report().mediaType()).startsWith("text/html");
        assertThat(record.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(record.endedAt()).isNotNull();
        assertThat(ended())
                .containsExactly(new LedgerEvent.RunEnded(Outcome.PROMOTED, result.reason(), result.report()));
    }

    @Test
    void endsTheRunOnceWhenAskedTwice() throws Exception {
        report("promoted");
        report("promoted");

        assertThat(ended()).hasSize(1);
    }

    @Test
    void addsTheReportToARunThatEndedWithoutOne() throws Exception {
        new RunEnding(environment.stage()).end(run(), Outcome.PROMOTED, "why", null);
        Instant endedAt = environment.ledger().run("run-1").orElseThrow().endedAt();

        ReportResult result = report("promoted");

        assertThat(ended())
                .containsExactly(
                        new LedgerEvent.RunEnded(Outcome.PROMOTED, "why", null),
                        new LedgerEvent.RunEnded(Outcome.PROMOTED, result.reason(), result.report()));
        assertThat(environment.ledger().run("run-1").orElseThrow().endedAt()).isEqualTo(endedAt);
    }

    @Test
    void reportsARunOfWhichOnlyAFailureIsLeft() throws Exception {
        ReportResult result = report("quarantined");

        assertThat(new String(environment.artifacts().read(result.report()), StandardCharsets.UTF_8))
                .contains("The data was set aside")
                .contains("penguins.csv has a header and no rows.");
    }

    private static RunRef run() throws Exception {
        return ContractJson.LENIENT
                .readValue(new SharedEvents("report").request("promoted"), ReportRequest.class)
                .run();
    }

    private ReportResult report(String name) throws Exception {
        SharedEvents events = new SharedEvents("report");
        byte[] answer = Handlers.bytes(new ReportHandler(environment.stage()), events.request(name));
        assertThat(SharedEvents.withoutUsage(answer).path("outcome"))
                .isEqualTo(events.expected(name).path("outcome"));
        return ContractJson.LENIENT.readValue(answer, ReportResult.class);
    }

    private List<LedgerEvent> ended() {
        return environment.ledger().entries("run-1").stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.RunEnded.class::isInstance)
                .toList();
    }
}
