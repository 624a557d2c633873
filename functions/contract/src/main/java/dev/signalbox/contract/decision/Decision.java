package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.artifact.ArtifactRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record of one junction.
///
/// @param decisionId unique within the run: `d1`, `d2`, …
/// @param situation what it was about
/// @param viewDigest SHA-256 of the view's JSON
/// @param view what planner and guardrails saw
/// @param attempts one to three; up to five where a language model is corrected
/// @param action what is done
/// @param actionDigest SHA-256 of the action's JSON, or of the action that a person is asked about
/// @param safeDefault whether every proposal was denied and the situation's safe default is done instead
/// @param viewSeal eight hexadecimal digits a value of the view, in the order of its JSON, by which a value
///     that was changed afterwards can be named; null in decisions of before
/// @param account what the planner used; null where it asks nobody
/// @param shadow what a second planner would have proposed; null where there is none
public record Decision(
        String decisionId,
        Situation situation,
        String viewDigest,
        ArtifactRef view,
        List<Attempt> attempts,
        Action action,
        String actionDigest,
        boolean safeDefault,
        @Nullable String viewSeal,
        @Nullable PlannerAccount account,
        @Nullable ShadowProposal shadow) {
    public Decision {
        Require.notBlank(decisionId, "decisionId");
        Require.present(situation, "situation");
        Require.notBlank(viewDigest, "viewDigest");
        attempts = Require.listOrEmpty(attempts);
        Require.present(action, "action");
        Require.notBlank(actionDigest, "actionDigest");
    }

    /// Without seal, account and shadow.
    public Decision(
            String decisionId,
            Situation situation,
            String viewDigest,
            ArtifactRef view,
            List<Attempt> attempts,
            Action action,
            String actionDigest,
            boolean safeDefault) {
        this(decisionId, situation, viewDigest, view, attempts, action, actionDigest, safeDefault, null, null, null);
    }
}
