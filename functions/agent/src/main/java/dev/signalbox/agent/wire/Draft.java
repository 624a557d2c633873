package dev.signalbox.agent.wire;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.Proposal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody outside may say of a proposal: all of it but who proposed, which is ours to write down.
///
/// @param id of the proposal, 1 to 100 characters, used once in a run; null where none was given
/// @param action a member of the closed set
/// @param rationale for people, 1 to 1,000 characters; null where none was given
/// @param evidence at most 50 numbers of the view that the rationale rests on
/// @param alternatives at most 20 other actions that were considered
public record Draft(
        @Nullable String id,
        Action action,
        @Nullable String rationale,
        List<Evidence> evidence,
        List<Alternative> alternatives) {
    public Draft {
        if (id != null) {
            Require.notBlank(id, "id");
            Require.inRange(id.length(), 1, 100, "id's length");
        }
        Require.present(action, "action");
        if (rationale != null) {
            Require.notBlank(rationale, "rationale");
            Require.inRange(rationale.length(), 1, 1_000, "rationale's length");
        }
        evidence = Require.listOrEmpty(evidence);
        Require.inRange(evidence.size(), 0, 50, "evidence");
        alternatives = Require.listOrEmpty(alternatives);
        Require.inRange(alternatives.size(), 0, 20, "alternatives");
    }

    /// The proposal of a planner.
    ///
    /// @param planner who proposed
    /// @param rule the rule or prompt that fired
    public Proposal by(String planner, String rule) {
        return new Proposal(
                action,
                rationale == null ? "No rationale was given." : rationale,
                evidence,
                alternatives,
                planner,
                rule,
                id);
    }
}
