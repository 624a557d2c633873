package dev.signalbox.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.model.evaluate.SmallRun;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.runtime.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The truth is `y = 3 size - 2 weight + (blue: 5) + noise`, which a linear model can learn: it is made
/// worse by learning from targets that were tampered with.
class GateStageTest {
    private static final Matrix TRAIN = Samples.regression(300, 1);
    private static final PipelineConfig CONFIG = config(GateConfig.defaults());

    @TempDir
    private Path folder;

    @Test
    void passesTheFirstModelThatBeatsTheBaseline() {
        SmallRun run = run(CONFIG, 120);
        GateResult result = gate(run, good(run));
        GateReport report = report(run, result);
        assertThat(result.passed()).isTrue();
        assertThat(result.championVersion()).isNull();
        assertThat(report.conditions())
                .extracting(GateCondition::name)
                .containsExactly("holdout", "beats the baseline", "no worse than the champion");
        assertThat(report.challenger()).containsKeys(MetricName.RMSE, MetricName.MAE, MetricName.R2);
        assertThat(report.detail()).isNotNull();
        assertThat(report.pairedPValue()).isNull();
        assertThat(result.reason()).startsWith("Passed.").contains("There is no champion yet");
    }

    @Test
    void failsAModelThatKnowsNoMoreThanTheBaseline() {
        SmallRun run = run(CONFIG, 120);
        GateResult result = gate(run, run.candidate("baseline", Algorithm.BASELINE, TRAIN));
        assertThat(result.passed()).isFalse();
        assertThat(condition(run, result, "beats the baseline").reason())
                .contains("Gain 0, paired p-value 1")
                .contains("no better than the baseline");
    }

    @Test
    void passesAChallengerThatIsBetterThanTheChampion() {
        SmallRun run = run(CONFIG, 120);
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
        SmallRun run = run(CONFIG, 120);
        run.crown(good(run), run.prepared());
        GateResult result = gate(run, worse(run));
        assertThat(result.passed()).isFalse();
        assertThat(condition(run, result, "no worse than the champion").reason())
                .contains("not better; the champion stays");
        assertThat(report(run, result).pairedPValue()).isGreaterThan(0.99);
    }

    @Test
    void keepsAChampionThatIsEqualWithinNoise() {
        SmallRun run = run(CONFIG, 120);
        CandidateRef one = good(run);
        CandidateRef other = run.candidate("other", Algorithm.LINEAR, Samples.regression(300, 99));
        run.crown(one, run.prepared());
        assertThat(gate(run, other).passed()).isFalse();
        SmallRun swapped = run(CONFIG, 120);
        swapped.crown(other, swapped.prepared());
        assertThat(gate(swapped, one).passed()).isFalse();
        assertThat(gate(swapped, one).reason()).contains("champion stays");
    }

    @Test
    void refusesTheSameModelAgain() {
        SmallRun run = run(CONFIG, 120);
        CandidateRef good = good(run);
        run.crown(good, run.prepared());
        GateResult result = gate(run, good);
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("the same model as the champion, version 1, byte for byte");
    }

    @Test
    void demandsTheMarginBesideTheTest() {
        SmallRun run = run(config(new GateConfig(new TreeMap<>(), 50, 0, 0)), 120);
        run.crown(worse(run), run.prepared());
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("less than the margin of 50; the champion stays");
    }

    @Test
    void demandsEachMinimum() {
        GateConfig minimum = new GateConfig(
                new TreeMap<>(Map.of(MetricName.RMSE, 0.01, MetricName.R2, 0.5, MetricName.F1, 0.5)), 0, 0, 0);
        SmallRun run = run(config(minimum), 120);
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(condition(run, result, "minimum rmse"))
                .satisfies(condition -> assertThat(condition.passed()).isFalse())
                .satisfies(condition -> assertThat(condition.reason()).contains("expected at most 0.01"));
        assertThat(condition(run, result, "minimum r2").passed()).isTrue();
        assertThat(condition(run, result, "minimum f1").reason()).contains("take it out of gate.minimum");
    }

    @Test
    void refusesASegmentThatBecameWorse() {
        SmallRun run = run(CONFIG, 600);
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
        SmallRun run = run(config(new GateConfig(new TreeMap<>(), 0, 0, 1)), 600);
        run.crown(tampered(run, "noisy", row -> 1.2), run.prepared());
        CandidateRef oneSided = tampered(run, "one-sided", row -> TRAIN.at(row, 2) == 2 ? 1.8 : 0);
        assertThat(gate(run, oneSided).passed()).isTrue();
    }

    @Test
    void judgesByMinimumAndBaselineWhereTheChampionAnswersAnotherQuestion() {
        SmallRun run = run(CONFIG, 120);
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

    @Test
    void saysThatATinyHoldoutIsTiny() {
        SmallRun run = run(CONFIG, 12);
        GateResult result = gate(run, good(run));
        assertThat(result.reason()).contains("only 12 rows");
        assertThat(result.passed()).isTrue();
    }

    @Test
    void failsWithoutRows() {
        SmallRun run = run(CONFIG, 0);
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("0 rows").contains("do not define rmse");
    }

    @Test
    void recordsOneOpeningBeforeItReads() {
        SmallRun run = run(CONFIG, 120);
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
        SmallRun run = run(CONFIG, 120);
        CandidateRef good = good(run);
        CandidateRef broken =
                new CandidateRef("broken", Algorithm.LINEAR, good.validPredictions(), good.validPredictions());
        assertThatThrownBy(() -> gate(run, broken)).isNotNull();
        assertThat(openings(run)).hasSize(1);
    }

    @Test
    void refusesASecondChallengerOfTheSameRunWithoutALook() {
        SmallRun run = run(CONFIG, 120);
        gate(run, worse(run));
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("was opened for worse before; expected one challenger a run");
        assertThat(report(run, result).challenger()).isEmpty();
        assertThat(openings(run)).hasSize(1);
    }

    @Test
    void judgesClassesAsWell() {
        SmallRun run = new SmallRun(
                folder, CONFIG, Samples.classes(300, 1, 3), Samples.classes(90, 2, 3), Samples.classes(90, 3, 3), 3);
        run.crown(run.candidate("baseline", Algorithm.BASELINE, Samples.classes(300, 1, 3)), run.prepared());
        GateResult result = gate(run, run.candidate("linear", Algorithm.LINEAR, Samples.classes(300, 1, 3)));
        assertThat(result.passed()).isTrue();
        assertThat(report(run, result).metric()).isEqualTo(MetricName.LOG_LOSS);
    }

    private SmallRun run(PipelineConfig config, int holdoutRows) {
        return new SmallRun(folder, config, TRAIN, Samples.regression(60, 2), Samples.regression(holdoutRows, 3), 0);
    }

    private static CandidateRef good(SmallRun run) {
        return run.candidate("good", Algorithm.LINEAR, TRAIN);
    }

    private static CandidateRef worse(SmallRun run) {
        return tampered(run, "worse", row -> TRAIN.at(row, 0));
    }

    private static CandidateRef tampered(SmallRun run, String id, IntToDoubleFunction error) {
        double[] target = TRAIN.target().clone();
        for (int row = 0; row < target.length; row++) {
            target[row] += error.applyAsDouble(row);
        }
        return run.candidate(id, Algorithm.LINEAR, SmallRun.withTarget(TRAIN, target));
    }

    private static PipelineConfig config(GateConfig gate) {
        PipelineConfig plain = PipelineConfig.of("shapes", "y");
        return new PipelineConfig(
                "shapes",
                "y",
                null,
                null,
                null,
                List.of(),
                plain.split(),
                plain.budget(),
                gate,
                plain.approval(),
                plain.quality(),
                plain.train(),
                plain.planner(),
                0,
                null,
                null);
    }

    private static GateResult gate(SmallRun run, CandidateRef challenger) {
        return new GateStage(run.environment().stage())
                .run(
                        new GateRequest(
                                run.run(),
                                run.prepared(),
                                challenger,
                                run.prepared().features()),
                        run.config(),
                        "runs/run-1/gate");
    }

    private static GateReport report(SmallRun run, GateResult result) {
        return new Documents(run.environment().artifacts()).read(result.gate(), GateReport.class);
    }

    private static GateCondition condition(SmallRun run, GateResult result, String name) {
        return report(run, result).conditions().stream()
                .filter(condition -> condition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LedgerEvent> openings(SmallRun run) {
        return run.environment().ledger().entries("run-1").stream()
                .map(entry -> entry.event())
                .filter(LedgerEvent.HoldoutOpened.class::isInstance)
                .toList();
    }
}
