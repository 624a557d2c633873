package dev.signalbox.model.gate;

import static dev.signalbox.model.gate.Gating.CONFIG;
import static dev.signalbox.model.gate.Gating.gate;
import static dev.signalbox.model.gate.Gating.good;
import static dev.signalbox.model.gate.Gating.openings;
import static dev.signalbox.model.gate.Gating.report;
import static dev.signalbox.model.gate.Gating.run;
import static dev.signalbox.model.gate.Gating.worse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.model.evaluate.SmallRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The holdout is opened once, and the ledger says so.
class GateHoldoutTest {
    @TempDir
    private Path folder;

    @Test
    void recordsOneOpeningBeforeItReads() {
        SmallRun run = run(folder, CONFIG, 120);
        CandidateRef good = good(run);
        GateResult first = gate(run, good);
        GateResult again = gate(run, good);
        assertThat(again).isEqualTo(first);
        assertThat(openings(run))
                .containsExactly(
                        new LedgerEvent.HoldoutOpened(run.prepared().holdout().sha256(), "good", null));
    }

    @Test
    void recordsTheOpeningEvenWhenTheReadingFails() {
        SmallRun run = run(folder, CONFIG, 120);
        CandidateRef good = good(run);
        CandidateRef broken =
                new CandidateRef("broken", Algorithm.LINEAR, good.validPredictions(), good.validPredictions());
        assertThatThrownBy(() -> gate(run, broken)).isNotNull();
        assertThat(openings(run)).hasSize(1);
    }

    @Test
    void refusesASecondChallengerOfTheSameRunWithoutALook() {
        SmallRun run = run(folder, CONFIG, 120);
        gate(run, worse(run));
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("was opened for worse before; expected one challenger a run");
        assertThat(report(run, result).challenger()).isEmpty();
        assertThat(openings(run)).hasSize(1);
    }
}
