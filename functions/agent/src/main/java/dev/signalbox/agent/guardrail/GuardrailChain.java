package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.RunView;
import java.util.Comparator;
import java.util.List;

/// Guardrails in their order. All are asked, even after a denial, so that a planner learns everything at
/// once.
public final class GuardrailChain {
    private final List<Guardrail> guardrails;

    /// @param guardrails in the order of evaluation, at least one
    public GuardrailChain(List<Guardrail> guardrails) {
        if (guardrails.isEmpty()) {
            throw new IllegalArgumentException("guardrails is empty; expected one at least");
        }
        this.guardrails = List.copyOf(guardrails);
    }

    /// Not halted, well-formed, allowed in the situation, within the budget, resting on true evidence, neither
    /// replayed nor repeated, approved.
    public static GuardrailChain standard() {
        return new GuardrailChain(List.of(
                new Halted(),
                new WellFormed(),
                new AllowedInSituation(),
                new WithinBudget(),
                new TrueEvidence(),
                new NotReplayed(),
                new NotRepeated(),
                new Approved()));
    }

    /// The proposal with what every guardrail says of it.
    public Attempt judge(Proposal proposal, RunView view) {
        List<Ruling> rulings = guardrails.stream()
                .map(guardrail -> guardrail.rule(proposal, view))
                .toList();
        RulingOutcome strictest = rulings.stream()
                .map(Ruling::outcome)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Attempt(proposal, rulings, strictest);
    }
}
