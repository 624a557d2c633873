package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.artifact.ArtifactRef;

/// What is done next.
///
/// @param action its `type` is what the machine's Choice reads
/// @param decisionId of the record
/// @param actionDigest SHA-256 of the action's JSON, or of the action that a person is asked about; an
///     approval
///     binds to it
/// @param decision decision.json: a [dev.signalbox.contract.decision.Decision]
/// @param rationale why, in one or two sentences
/// @param costUsd what a service charges for what the planner asked it, 0 or more; part of the call's usage
/// @param tokens of language models that were used, read and written, 0 or more
public record DecideResult(
        Action action,
        String decisionId,
        String actionDigest,
        ArtifactRef decision,
        String rationale,
        double costUsd,
        long tokens) {
    public DecideResult {
        Require.present(action, "action");
        Require.notBlank(actionDigest, "actionDigest");
        Require.present(decision, "decision");
        Require.inRange(costUsd, 0, 1_000_000, "costUsd");
        Require.inRange(tokens, 0, Long.MAX_VALUE, "tokens");
    }

    /// Of a planner that asks nobody.
    public DecideResult(Action action, String decisionId, String actionDigest, ArtifactRef decision, String rationale) {
        this(action, decisionId, actionDigest, decision, rationale, 0, 0);
    }
}
