package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.AwaitApprovalRequest;
import dev.signalbox.contract.stage.AwaitApprovalResult;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.QuarantineRequest;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.awaitapproval.AwaitApprovalHandler;
import dev.signalbox.registry.quarantine.QuarantineHandler;
import dev.signalbox.registry.reject.RejectHandler;
import dev.signalbox.runtime.store.PendingApproval;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingsTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;
    private RunRef run;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        run = new Promotions(environment).run("run-1", Promotions.config(ApprovalMode.ALWAYS));
    }

    @Test
    void rejectsWithTheReason() throws Exception {
        EndResult result = Handlers.call(
                new RejectHandler(environment.stage()),
                new RejectRequest(run, "No better than the baseline.", "linear", null),
                EndResult.class);

        assertThat(result).isEqualTo(new EndResult(Outcome.REJECTED, "No better than the baseline."));
        assertThat(artifact("reject")).contains("No better than the baseline.").contains("linear");
    }

    @Test
    void setsDataAsideWithoutTouchingIt() throws Exception {
        Path source = Files.writeString(folder.resolve("churn.csv"), "broken");
        EndResult result = Handlers.call(
                new QuarantineHandler(environment.stage()),
                new QuarantineRequest(run, SourceRef.unpinned(source.toUri().toString()), "The file is empty.", null),
                EndResult.class);

        assertThat(result.outcome()).isEqualTo(Outcome.QUARANTINED);
        assertThat(artifact("quarantine")).contains("The file is empty.").contains("churn.csv");
        assertThat(source).hasContent("broken");
    }

    @Test
    void asksAPersonOnce() throws Exception {
        await();
        await();

        PendingApproval pending = environment.taskTokens().pending().get("token-1");
        assertThat(pending.options()).containsExactly("approve", "deny");
        assertThat(pending.expiresAt()).isEqualTo("2026-01-01T01:00:00Z");
        assertThat(environment.alerts().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent)
                        .contains("Who: mia")
                        .contains("signalbox approve run-1")
                        .doesNotContain("token-1"));
        assertThat(environment.ledger().entries("run-1"))
                .filteredOn(entry -> entry.event() instanceof LedgerEvent.ApprovalRequested)
                .hasSize(1);
        assertThat(environment.ledger().run("run-1").orElseThrow().outcome()).isEqualTo(Outcome.AWAITING_APPROVAL);
    }

    private void await() throws IOException {
        Handlers.call(
                new AwaitApprovalHandler(environment.stage()),
                new AwaitApprovalRequest(
                        run, "token-1", "promotion", "a".repeat(64), "Promote?", List.of("approve", "deny"), 3_600),
                AwaitApprovalResult.class);
    }

    private String artifact(String stage) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs/run-1").resolve(stage))) {
            return ContractJson.LENIENT
                    .readTree(files.findFirst().orElseThrow().toFile())
                    .toString();
        }
    }
}
