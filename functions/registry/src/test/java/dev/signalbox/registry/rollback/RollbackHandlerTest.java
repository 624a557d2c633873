package dev.signalbox.registry.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.failure.ArtifactDamaged;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.contract.stage.RollbackRequest;
import dev.signalbox.contract.stage.RollbackResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.registry.Handlers;
import dev.signalbox.registry.Promotions;
import dev.signalbox.registry.promote.PromoteHandler;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackHandlerTest {
    @TempDir
    Path folder;

    private TestEnvironment environment;

    @BeforeEach
    void promoteTwice() throws Exception {
        environment = new TestEnvironment(folder);
        promote("run-1", null);
        promote("run-2", 1);
    }

    @Test
    void restoresAnEarlierModelAsANewVersion() throws Exception {
        assertThat(rollback(1)).isEqualTo(new RollbackResult(3, 1));

        ModelVersion champion = environment.ledger().champion("churn").orElseThrow();
        assertThat(champion.restores()).isEqualTo(1);
        assertThat(champion.by()).isEqualTo("mia");
        assertThat(champion.runId()).isEqualTo("run-1");
        assertThat(environment.ledger().entries("run-1"))
                .last()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo(new LedgerEvent.ChampionMoved(2, 3, "linear")));
        assertThat(environment.alerts().sent())
                .singleElement()
                .satisfies(alert -> assertThat(alert).contains("rolled back").contains("worse in production"));
    }

    @Test
    void movesNothingWhenAskedAgain() throws Exception {
        RollbackResult first = rollback(1);

        assertThat(rollback(1)).isEqualTo(first);
        assertThat(rollback(3)).isEqualTo(new RollbackResult(3, 3));
        assertThat(environment.ledger().versions("churn")).hasSize(3);
        assertThat(environment.alerts().sent()).hasSize(1);
    }

    @Test
    void namesTheVersionsThatExist() {
        assertThatThrownBy(() -> rollback(9))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no version 9")
                .hasMessageContaining("It has 1, 2;");
    }

    @Test
    void refusesAModelWhoseFileIsGone() throws Exception {
        ModelVersion first = environment.ledger().versions("churn").getLast();
        Files.delete(Path.of(URI.create(first.candidate().model().uri())));

        assertThatThrownBy(() -> rollback(1)).isInstanceOf(ArtifactDamaged.class);
        assertThat(environment.ledger().champion("churn").orElseThrow().version())
                .isEqualTo(2);
    }

    private RollbackResult rollback(int version) throws IOException {
        return Handlers.call(
                new RollbackHandler(environment.stage()),
                new RollbackRequest("churn", version, "worse in production", "mia"),
                RollbackResult.class);
    }

    private void promote(String runId, Integer champion) throws IOException {
        Promotions promotions = new Promotions(environment);
        RunRef run = promotions.run(runId, Promotions.config(ApprovalMode.NEVER));
        CandidateRef candidate = promotions.candidate(runId, "linear");
        Handlers.call(
                new PromoteHandler(environment.stage()),
                promotions.request(run, candidate, promotions.report(run, candidate, champion, true), null),
                PromoteResult.class);
    }
}
