package dev.signalbox.model.gate;

import static dev.signalbox.model.gate.Gating.CONFIG;
import static dev.signalbox.model.gate.Gating.TRAIN;
import static dev.signalbox.model.gate.Gating.condition;
import static dev.signalbox.model.gate.Gating.config;
import static dev.signalbox.model.gate.Gating.gate;
import static dev.signalbox.model.gate.Gating.good;
import static dev.signalbox.model.gate.Gating.report;
import static dev.signalbox.model.gate.Gating.run;
import static dev.signalbox.model.gate.Gating.tampered;
import static dev.signalbox.model.gate.Gating.worse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.model.evaluate.SmallRun;
import dev.signalbox.model.learn.Samples;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a challenger must reach beside the champion.
class GateChampionTest {
    @TempDir
    private Path folder;

    @Test
    void passesAChallengerThatIsBetterThanTheChampion() {
        SmallRun run = run(folder, CONFIG, 120);
        run.crown(worse(run), run.prepared());
        GateResult result = gate(run, good(run));
        GateReport report = report(run, result);
        assertThat(result.passed()).isTrue();
        assertThat(result.championVersion()).isEqualTo(1);
        assertThat(report.pairedPValue()).isLessThan(0.01);
        assertThat(report.champion()).isNotNull();
        assertThat(condition(run, result, "no worse than the champion").reason())
                .contains("the champion, version 1, has")
                .contains("on the same 120 rows")
                .contains("The challenger is better.");
        assertThat(condition(run, result, "segments").passed()).isTrue();
    }

    @Test
    void keepsAChampionThatIsBetter() {
        SmallRun run = run(folder, CONFIG, 120);
        run.crown(good(run), run.prepared());
        GateResult result = gate(run, worse(run));
        assertThat(result.passed()).isFalse();
        assertThat(condition(run, result, "no worse than the champion").reason())
                .contains("not better; the champion stays");
        assertThat(report(run, result).pairedPValue()).isGreaterThan(0.99);
    }

    @Test
    void keepsAChampionThatIsEqualWithinNoise() {
        SmallRun run = run(folder, CONFIG, 120);
        CandidateRef one = good(run);
        CandidateRef other = run.candidate("other", Algorithm.LINEAR, Samples.regression(300, 99));
        run.crown(one, run.prepared());
        assertThat(gate(run, other).passed()).isFalse();
        SmallRun swapped = run(folder, CONFIG, 120);
        swapped.crown(other, swapped.prepared());
        assertThat(gate(swapped, one).passed()).isFalse();
        assertThat(gate(swapped, one).reason()).contains("champion stays");
    }

    @Test
    void refusesTheSameModelAgain() {
        SmallRun run = run(folder, CONFIG, 120);
        CandidateRef good = good(run);
        run.crown(good, run.prepared());
        GateResult result = gate(run, good);
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("the same model as the champion, version 1, byte for byte");
    }

    @Test
    void demandsTheMarginBesideTheTest() {
        SmallRun run = run(folder, config(new GateConfig(new TreeMap<>(), 50, 0, 0)), 120);
        run.crown(worse(run), run.prepared());
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("less than the margin of 50; the champion stays");
    }

    @Test
    void refusesASegmentThatBecameWorse() {
        SmallRun run = run(folder, CONFIG, 600);
        run.crown(tampered(run, "noisy", row -> 1.2), run.prepared());
        CandidateRef oneSided = tampered(run, "one-sided", row -> TRAIN.at(row, 2) == 2 ? 1.8 : 0);
        GateResult result = gate(run, oneSided);
        assertThat(condition(run, result, "no worse than the champion").passed())
                .isTrue();
        assertThat(condition(run, result, "segments").passed()).isFalse();
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("colour = blue").contains("more than 10 percent beyond noise");
    }

    @Test
    void toleratesASegmentWithinTheTolerance() {
        SmallRun run = run(folder, config(new GateConfig(new TreeMap<>(), 0, 0, 1)), 600);
        run.crown(tampered(run, "noisy", row -> 1.2), run.prepared());
        CandidateRef oneSided = tampered(run, "one-sided", row -> TRAIN.at(row, 2) == 2 ? 1.8 : 0);
        assertThat(gate(run, oneSided).passed()).isTrue();
    }

    @Test
    void judgesByMinimumAndBaselineWhereTheChampionAnswersAnotherQuestion() {
        SmallRun run = run(folder, CONFIG, 120);
        PreparedRef now = run.prepared();
        PreparedRef other = new PreparedRef(
                now.task(), "price", now.classes(), now.features(), now.train(), now.valid(), now.holdout(), 1, 1, 1);
        run.crown(good(run), other);
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isTrue();
        assertThat(result.championVersion()).isEqualTo(1);
        assertThat(report(run, result).champion()).isNull();
        assertThat(condition(run, result, "no worse than the champion").reason())
                .contains("cannot be compared: it predicts 'price' and this run 'y'")
                .contains("minimum metrics and the baseline alone");
    }
}
