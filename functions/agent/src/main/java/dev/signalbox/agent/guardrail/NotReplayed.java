package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RunView;
import java.util.List;

/// The id of a proposal is used once in a run.
///
/// Limitations: a proposal without an id cannot be told from an earlier one; [NotRepeated] bounds it.
public final class NotReplayed implements Guardrail {
    private static final Rulings RULINGS = new Rulings("not_replayed", "replay");

    @Override
    public Ruling rule(Proposal proposal, RunView view) {
        String id = proposal.id();
        return RULINGS.of(
                id != null && view.controls().usedIds().contains(id)
                        ? List.of("The id of this proposal was used by an earlier decision; give it a new one.")
                        : List.of(),
                id == null ? "It has no id." : "Its id is new.");
    }
}
