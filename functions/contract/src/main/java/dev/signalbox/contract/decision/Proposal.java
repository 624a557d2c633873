package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a planner proposes.
///
/// @param action a member of the closed set
/// @param rationale for people, at most 1,000 characters
/// @param evidence numbers that the rationale rests on
/// @param alternatives what else was considered
/// @param planner who proposed: `rules`, …
/// @param rule the rule or prompt that fired
/// @param id given by the planner, used once in a run; null where the planner gives none
public record Proposal(
        Action action,
        String rationale,
        List<Evidence> evidence,
        List<Alternative> alternatives,
        String planner,
        String rule,
        @Nullable String id) {
    public Proposal {
        Require.present(action, "action");
        Require.notBlank(rationale, "rationale");
        Require.inRange(rationale.length(), 1, 1_000, "rationale's length");
        evidence = Require.listOrEmpty(evidence);
        alternatives = Require.listOrEmpty(alternatives);
        Require.notBlank(planner, "planner");
        Require.notBlank(rule, "rule");
    }

    /// Without an id.
    public Proposal(
            Action action,
            String rationale,
            List<Evidence> evidence,
            List<Alternative> alternatives,
            String planner,
            String rule) {
        this(action, rationale, evidence, alternatives, planner, rule, null);
    }
}
