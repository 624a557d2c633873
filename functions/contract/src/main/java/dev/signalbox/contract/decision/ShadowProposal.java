package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.PlannerKind;
import org.jspecify.annotations.Nullable;

/// What a second planner would have proposed at a junction. It is recorded beside the decision and never
/// done.
///
/// @param planner its kind
/// @param attempt its first proposal with what the guardrails say of it; null where it made none
/// @param fault why it made none; null where it made one
/// @param agrees whether the action is the one that was done, to the last parameter
/// @param account what it used; null where it asks nobody
public record ShadowProposal(
        PlannerKind planner,
        @Nullable Attempt attempt,
        @Nullable String fault,
        boolean agrees,
        @Nullable PlannerAccount account) {
    public ShadowProposal {
        Require.present(planner, "planner");
        Require.that((attempt == null) != (fault == null), "a shadow has either an attempt or a fault");
    }
}
