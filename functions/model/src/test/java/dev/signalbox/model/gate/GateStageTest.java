package dev.signalbox.model.gate;

import static dev.signalbox.model.gate.Gating.CONFIG;
import static dev.signalbox.model.gate.Gating.TRAIN;
import static dev.signalbox.model.gate.Gating.condition;
import static dev.signalbox.model.gate.Gating.config;
import static dev.signalbox.model.gate.Gating.gate;
import static dev.signalbox.model.gate.Gating.good;
import static dev.signalbox.model.gate.Gating.report;
import static dev.signalbox.model.gate.Gating.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.GateResult;
import dev.signalbox.model.evaluate.SmallRun;
import dev.signalbox.model.learn.Samples;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a challenger must reach by itself.
class GateStageTest {
    @TempDir
    private Path folder;

    @Test
    void passesTheFirstModelThatBeatsTheBaseline() {
        SmallRun run = run(folder, CONFIG, 120);
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
        SmallRun run = run(folder, CONFIG, 120);
        GateResult result = gate(run, run.candidate("baseline", Algorithm.BASELINE, TRAIN));
        assertThat(result.passed()).isFalse();
        assertThat(condition(run, result, "beats the baseline").reason())
                .contains("Gain 0, paired p-value 1")
                .contains("no better than the baseline");
    }

    @Test
    void demandsEachMinimum() {
        GateConfig minimum = new GateConfig(
                new TreeMap<>(Map.of(MetricName.RMSE, 0.01, MetricName.R2, 0.5, MetricName.F1, 0.5)), 0, 0, 0);
        SmallRun run = run(folder, config(minimum), 120);
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(condition(run, result, "minimum rmse"))
                .satisfies(condition -> assertThat(condition.passed()).isFalse())
                .satisfies(condition -> assertThat(condition.reason()).contains("expected at most 0.01"));
        assertThat(condition(run, result, "minimum r2").passed()).isTrue();
        assertThat(condition(run, result, "minimum f1").reason()).contains("take it out of gate.minimum");
    }

    @Test
    void saysThatATinyHoldoutIsTiny() {
        SmallRun run = run(folder, CONFIG, 12);
        GateResult result = gate(run, good(run));
        assertThat(result.reason()).contains("only 12 rows");
        assertThat(result.passed()).isTrue();
    }

    @Test
    void failsWithoutRows() {
        SmallRun run = run(folder, CONFIG, 0);
        GateResult result = gate(run, good(run));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("0 rows").contains("do not define rmse");
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
}
