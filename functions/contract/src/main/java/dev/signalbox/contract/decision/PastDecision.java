package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;

/// What was decided earlier in the run.
///
/// @param decisionId ours
/// @param action what was done
/// @param safeDefault whether the planner was overruled by the safe default
public record PastDecision(String decisionId, Action action, boolean safeDefault) {
    public PastDecision {
        Require.notBlank(decisionId, "decisionId");
        Require.present(action, "action");
    }
}
