package dev.signalbox.agent.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.guardrail.AllowedInSituation;
import dev.signalbox.agent.guardrail.Approved;
import dev.signalbox.agent.guardrail.Guardrail;
import dev.signalbox.agent.guardrail.GuardrailChain;
import dev.signalbox.agent.guardrail.Halted;
import dev.signalbox.agent.guardrail.NotRepeated;
import dev.signalbox.agent.guardrail.NotReplayed;
import dev.signalbox.agent.guardrail.TrueEvidence;
import dev.signalbox.agent.guardrail.WellFormed;
import dev.signalbox.agent.guardrail.WithinBudget;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.BudgetConfig;
import dev.signalbox.contract.config.PipelineConfig;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever a planner proposes, what must not happen does not happen, and each guardrail is needed for that.
class MachineProperties {
    private static final List<Guardrail> ALL = List.of(
            new Halted(),
            new WellFormed(),
            new AllowedInSituation(),
            new WithinBudget(),
            new TrueEvidence(),
            new NotReplayed(),
            new NotRepeated(),
            new Approved());

    @Property(tries = 10_000)
    void noAdversaryGetsPastTheGuardrails(@ForAll long seed) {
        assertThat(new SimulatedRun(seed, config(seed), GuardrailChain.standard()).violations())
                .isEmpty();
    }

    @Example
    void withoutAnyOneGuardrailSomethingHappens() {
        for (Guardrail removed : ALL) {
            GuardrailChain rest = new GuardrailChain(
                    ALL.stream().filter(one -> one != removed).toList());
            assertThat(LongStream.range(0, 3_000)
                            .mapToObj(seed -> new SimulatedRun(seed, config(seed), rest).violations())
                            .anyMatch(violations -> !violations.isEmpty()))
                    .as(removed.getClass().getSimpleName())
                    .isTrue();
        }
    }

    private static PipelineConfig config(long seed) {
        Random random = new Random(~seed * 0x9E3779B97F4A7C15L);
        PipelineConfig plain = PipelineConfig.of("churn", "churned");
        TreeMap<String, ApprovalMode> actions = random.nextBoolean()
                ? new TreeMap<>(Map.of("train_more", ApprovalMode.ALWAYS, "blend", ApprovalMode.ALWAYS))
                : new TreeMap<>();
        return new PipelineConfig(
                plain.name(),
                plain.target(),
                null,
                null,
                null,
                List.of(),
                plain.split(),
                new BudgetConfig(1 + random.nextInt(8), 1 + random.nextInt(6), 1 + random.nextInt(8), 5),
                plain.gate(),
                new ApprovalConfig(ApprovalMode.ALWAYS, 0, List.of(), 0, actions),
                plain.quality(),
                plain.train(),
                plain.planner(),
                0,
                null,
                null);
    }
}
