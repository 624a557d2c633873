package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.artifact.ArtifactRef;
import java.util.List;

/// The record of one junction.
///
/// @param decisionId unique within the run: `d1`, `d2`, …
/// @param situation what it was about
/// @param viewDigest SHA-256 of the view's JSON
/// @param view what planner and guardrails saw
/// @param attempts one to three
/// @param action what is done
/// @param actionDigest SHA-256 of the action's JSON, or of the action that a person is asked about
/// @param safeDefault whether every proposal was denied and the situation's safe default is done instead
public record Decision(
        String decisionId,
        Situation situation,
        String viewDigest,
        ArtifactRef view,
        List<Attempt> attempts,
        Action action,
        String actionDigest,
        boolean safeDefault) {
    public Decision {
        Require.notBlank(decisionId, "decisionId");
        Require.present(situation, "situation");
        Require.notBlank(viewDigest, "viewDigest");
        attempts = Require.listOrEmpty(attempts);
        Require.present(action, "action");
        Require.notBlank(actionDigest, "actionDigest");
    }
}
