package dev.signalbox.registry.promote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.Handlers;
import dev.signalbox.registry.Promotions;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The champion moves once, from the version that the gate compared with.
class PromoteHandlerTest {
    private static final PipelineConfig FREE = Promotions.config(ApprovalMode.NEVER);

    @TempDir
    Path folder;

    private TestEnvironment environment;
    private Promotions promotions;

    @BeforeEach
    void open() {
        environment = new TestEnvironment(folder);
        promotions = new Promotions(environment);
    }

    @Test
    void makesTheFirstChampion() throws Exception {
        PromoteResult result = promote(passing("run-1", FREE, null));

        assertThat(result.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(result.version()).isEqualTo(1);
        assertThat(environment.ledger().champion("churn"))
                .hasValueSatisfying(champion -> assertThat(champion.by()).isEqualTo("gate"));
        assertThat(moved("run-1")).containsExactly(new LedgerEvent.ChampionMoved(0, 1, "linear"));
    }

    @Test
    void replacesTheChampionThatTheGateComparedWith() throws Exception {
        promote(passing("run-1", FREE, null));

        assertThat(promote(passing("run-2", FREE, 1)).version()).isEqualTo(2);
    }

    @Test
    void answersTheSameTwice() throws Exception {
        PromoteRequest request = passing("run-1", FREE, null);
        PromoteResult first = promote(request);
        promote(passing("run-2", FREE, 1));

        assertThat(promote(request)).isEqualTo(first);
        assertThat(environment.ledger().versions("churn")).hasSize(2);
        assertThat(moved("run-1")).hasSize(1);
    }

    @Test
    void letsOneOfTwoRacersWin() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                Integer before = round == 0 ? null : round;
                List<Callable<PromoteResult>> racers = List.of(
                        racer(passing("run-a" + round, FREE, before)), racer(passing("run-b" + round, FREE, before)));
                List<Outcome> outcomes = pool.invokeAll(racers).stream()
                        .map(PromoteHandlerTest::outcome)
                        .toList();
                assertThat(outcomes).containsExactlyInAnyOrder(Outcome.PROMOTED, Outcome.REJECTED);
            }
        }
        assertThat(environment.ledger().versions("churn"))
                .extracting(ModelVersion::version)
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhoWasFirst() throws Exception {
        promote(passing("run-1", FREE, null));
        PromoteResult late = promote(passing("run-2", FREE, null));

        assertThat(late.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(late.version()).isEqualTo(1);
        assertThat(late.reason()).contains("version 1 is champion now").contains("compared with no champion");
        assertThat(moved("run-2")).isEmpty();
    }

    private PromoteRequest passing(String runId, PipelineConfig config, Integer championVersion) {
        RunRef run = promotions.run(runId, config);
        CandidateRef candidate = promotions.candidate(runId, "linear");
        return promotions.request(run, candidate, promotions.report(run, candidate, championVersion, true), null);
    }

    private Callable<PromoteResult> racer(PromoteRequest request) {
        return () -> promote(request);
    }

    private static Outcome outcome(Future<PromoteResult> racer) {
        assertThat(racer)
                .withFailMessage(() -> "a racer failed: " + racer.exceptionNow())
                .isNotNull()
                .matches(future -> future.state() == Future.State.SUCCESS);
        return racer.resultNow().outcome();
    }

    private List<LedgerEvent> moved(String runId) {
        return environment.ledger().entries(runId).stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.ChampionMoved.class::isInstance)
                .toList();
    }

    private PromoteResult promote(PromoteRequest request) throws IOException {
        return Handlers.call(new PromoteHandler(environment.stage()), request, PromoteResult.class);
    }
}
