package dev.signalbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.AwaitApprovalRequest;
import dev.signalbox.contract.stage.AwaitApprovalResult;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.QuarantineRequest;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.alert.AlertHandler;
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
    void tellsWhatFailedWhereAndWhatIsNext() throws Exception {
        EndResult result = alert(run);

        assertThat(result).isEqualTo(new EndResult(Outcome.FAILED, "TrainCandidates failed: Memory ran out in Train."));
        assertThat(environment.alerts().sent()).containsExactly("""
                        Signalbox: churn failed in TrainCandidates
                        What: Memory ran out in Train. (ResourceExhausted)
                        Where: state TrainCandidates, run run-1 of pipeline churn, execution execution-1
                        Next: Use fewer rows.
                        The champion, if there is one, was not touched.""");
    }

    @Test
    void endsAFailedRunOnce() throws Exception {
        alert(run);
        alert(run);

        assertThat(environment.alerts().sent()).hasSize(1);
        assertThat(environment.ledger().entries("run-1"))
                .filteredOn(entry -> entry.event() instanceof LedgerEvent.RunEnded)
                .hasSize(1);
        RunRecord record = environment.ledger().run("run-1").orElseThrow();
        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(record.endedAt()).isNotNull();
    }

    @Test
    void tellsOfAFailureBeforeARunBegan() throws Exception {
        alert(null);

        assertThat(environment.alerts().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent).contains("a run failed").contains("before a run began"));
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

    private EndResult alert(RunRef of) throws IOException {
        FailureFact failure = new FailureFact(
                "TrainCandidates",
                ResourceExhausted.class.getName(),
                "Memory ran out in Train.\nHint: Use fewer rows.",
                0);
        return Handlers.call(
                new AlertHandler(environment.stage()), new AlertRequest(of, "execution-1", failure), EndResult.class);
    }

    private String artifact(String stage) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs/run-1").resolve(stage))) {
            return ContractJson.LENIENT
                    .readTree(files.findFirst().orElseThrow().toFile())
                    .toString();
        }
    }
}
