package dev.signalbox.agent.decide;

import static dev.signalbox.agent.Views.baseline;
import static dev.signalbox.agent.Views.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.Views;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.planner.RulesPlanner;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.config.LlmProvider;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.PlannerConfig;
import dev.signalbox.contract.config.PlannerKind;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.ShadowProposal;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One planner decides; what becomes of the other, with a model's server that is not there.
class DeliberationTest {
    private static final RunView VIEW = Views.models(candidate("linear", Algorithm.LINEAR, 0.8, 0.8), baseline())
            .view();

    @TempDir
    Path folder;

    @Test
    void aShadowThatFailsIsRecordedAndDisturbsNobody() {
        Deliberation settled = settled(PlannerKind.RULES, PlannerKind.LLM, null);

        assertThat(settled.settlement().action())
                .isEqualTo(new RulesPlanner().propose(VIEW).action());
        assertThat(settled.account()).isNull();
        ShadowProposal shadow = Objects.requireNonNull(settled.shadow());
        assertThat(shadow.attempt()).isNull();
        assertThat(shadow.agrees()).isFalse();
        assertThat(shadow.fault()).contains("cannot be reached");
        assertThat(Objects.requireNonNull(shadow.account()).calls()).isEqualTo(1);
    }

    @Test
    void theRulesBesideAModelThatFailsAgreeWithWhatWasDone() {
        Deliberation settled = settled(PlannerKind.LLM, PlannerKind.RULES, null);

        assertThat(Objects.requireNonNull(settled.account()).fallback()).contains("cannot be reached");
        assertThat(Objects.requireNonNull(settled.shadow()).agrees()).isTrue();
        assertThat(settled.costUsd()).isZero();
    }

    @Test
    void aReplayThatHasNothingToReplayIsAFaultOfTheShadow() {
        Deliberation settled = settled(PlannerKind.RULES, PlannerKind.REPLAY, "run-9");

        assertThat(Objects.requireNonNull(settled.shadow()).fault()).contains("no decision of a run 'run-9'");
    }

    private Deliberation settled(PlannerKind kind, PlannerKind shadow, String run) {
        PlannerConfig config = new PlannerConfig(
                kind, LlmProvider.OPENAI, "tiny", "http://localhost:1/v1", null, 5, 0, null, null, null, shadow, run);
        return Deliberation.of(
                PipelineConfig.of("p", "y").with(config),
                new TestEnvironment(folder).stage(),
                GuardrailChain.standard(),
                VIEW);
    }
}
