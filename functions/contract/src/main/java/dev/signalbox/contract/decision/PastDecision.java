package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import org.jspecify.annotations.Nullable;

/// What was decided earlier in the run.
///
/// @param decisionId ours
/// @param action what was done
/// @param safeDefault whether the planner was overruled by the safe default
/// @param actionDigest SHA-256 of the whole action's JSON, since a long list in it is cut here; absent in
///     records
///     of before
public record PastDecision(
        String decisionId,
        Action action,
        boolean safeDefault,
        @Nullable String actionDigest) {
    public PastDecision {
        Require.notBlank(decisionId, "decisionId");
        Require.present(action, "action");
    }

    /// Without a digest.
    public PastDecision(String decisionId, Action action, boolean safeDefault) {
        this(decisionId, action, safeDefault, null);
    }
}
