package dev.signalbox.registry.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.DependencyUnavailable;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.stage.AlertRequest;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.Handlers;
import dev.signalbox.registry.Promotions;
import dev.signalbox.registry.promote.PromoteHandler;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.store.Alerts;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertHandlerTest {
    private static final PipelineConfig CONFIG = Promotions.config(ApprovalMode.NEVER);
    private static final FailureFact NO_MEMORY = new FailureFact(
            "TrainCandidates", ResourceExhausted.class.getName(), "Memory ran out in Train.\nHint: Use fewer rows.", 0);
    private static final FailureFact NO_REPORT = new FailureFact(
            "Report",
            DependencyUnavailable.class.getName(),
            "report.html could not be written.\nHint: Check the bucket.",
            0);

    @TempDir
    Path folder;

    private TestEnvironment environment;
    private Promotions promotions;
    private RunRef run;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        promotions = new Promotions(environment);
        run = promotions.run("run-1", CONFIG);
    }

    @Test
    void tellsWhatFailedWhereAndWhatIsNext() throws Exception {
        EndResult result = alert(failed(run));

        assertThat(result).isEqualTo(new EndResult(Outcome.FAILED, "TrainCandidates failed: Memory ran out in Train."));
        assertThat(environment.alerts().sent()).containsExactly("""
                        Signalbox: churn failed in TrainCandidates
                        What: Memory ran out in Train. (ResourceExhausted)
                        Where: state TrainCandidates, run run-1 of pipeline churn, execution execution-1
                        Tried: nothing; no cure is known for it.
                        Next: Use fewer rows.
                        There is no champion.""");
    }

    @Test
    void endsAFailedRunOnce() throws Exception {
        alert(failed(run));
        alert(failed(run));

        assertThat(environment.alerts().sent()).hasSize(1);
        assertThat(endings()).hasSize(1);
        RunRecord record = environment.ledger().run("run-1").orElseThrow();
        assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(record.endedAt()).isNotNull();
    }

    @Test
    void tellsOfAFailureBeforeARunBegan() throws Exception {
        alert(failed(null));

        assertThat(environment.alerts().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent).contains("a run failed").contains("before a run began"));
    }

    @Test
    void endsARunAsDecidedWhenOnlyItsReportFailed() throws Exception {
        promote();

        EndResult result = alert(new AlertRequest(run, "execution-1", NO_REPORT, Outcome.PROMOTED, "It is better."));

        assertThat(result.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(endings()).containsExactly(new LedgerEvent.RunEnded(Outcome.PROMOTED, "It is better.", null));
        assertThat(environment.ledger().run("run-1").orElseThrow().reason()).isEqualTo("It is better.");
        assertThat(environment.alerts().sent()).containsExactly("""
                        Signalbox: churn is promoted, but its report is missing
                        What: report.html could not be written. (DependencyUnavailable)
                        Where: state Report, run run-1 of pipeline churn, execution execution-1
                        Next: Check the bucket. Then signalbox report run-1 writes it.
                        The champion is this run's, version 1.""");
    }

    @Test
    void saysThatAnEarlierChampionStays() throws Exception {
        promote();

        alert(failed(promotions.run("run-2", CONFIG)));

        assertThat(environment.alerts().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent).endsWith("The champion, version 1, was not touched."));
    }

    @Test
    void tellsAgainWhenTellingFailed() throws Exception {
        Alerts down = (subject, message) -> {
            throw new DependencyUnavailable("SNS does not answer.", "Try again.");
        };
        assertThatThrownBy(() -> Handlers.call(new AlertHandler(with(down)), failed(run), EndResult.class))
                .isInstanceOf(DependencyUnavailable.class);
        assertThat(endings()).hasSize(1);

        alert(failed(run));

        assertThat(environment.alerts().sent()).hasSize(1);
        assertThat(endings()).hasSize(1);
    }

    private static AlertRequest failed(RunRef run) {
        return new AlertRequest(run, "execution-1", NO_MEMORY);
    }

    private EndResult alert(AlertRequest request) throws IOException {
        return Handlers.call(new AlertHandler(environment.stage()), request, EndResult.class);
    }

    private void promote() throws IOException {
        var candidate = promotions.candidate("run-1", "linear");
        Handlers.call(
                new PromoteHandler(environment.stage()),
                promotions.request(run, candidate, promotions.report(run, candidate, null, true), null),
                PromoteResult.class);
    }

    private List<LedgerEvent> endings() {
        return environment.ledger().entries("run-1").stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.RunEnded.class::isInstance)
                .toList();
    }

    private StageEnvironment with(Alerts alerts) {
        StageEnvironment plain = environment.stage();
        return new StageEnvironment(
                plain.artifacts(),
                plain.ledger(),
                plain.pipelines(),
                plain.taskTokens(),
                alerts,
                plain.clock(),
                plain.log(),
                plain.codeVersion(),
                plain.scratch(),
                plain.memoryMb());
    }
}
