package dev.signalbox.agent.replay;

import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A junction as it was recorded.
///
/// @param name for messages: the decision's id as its record or folder says
/// @param decisionJson the text of decision.json as it is found
/// @param viewJson the text of view.json as it is found
/// @param decisionSha256 of decision.json as the ledger or the export recorded it; null where nobody did
public record RecordedJunction(
        String name,
        String decisionJson,
        String viewJson,
        @Nullable String decisionSha256) {
    /// Who asks and answers where no planner does: the held question and the safe default.
    private static final String JUNCTION = "junction";

    /// The decision.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when the text is not one.
    public Decision decision() {
        return RecordedJson.read(decisionJson, Decision.class, name + ": decision.json");
    }

    /// The view.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] when the text is not one.
    public RunView view() {
        return RecordedJson.read(viewJson, RunView.class, name + ": view.json");
    }

    /// What planners proposed, in order.
    static List<Proposal> proposals(Decision decision) {
        return decision.attempts().stream()
                .map(attempt -> attempt.proposal())
                .filter(proposal -> !proposal.planner().equals(JUNCTION))
                .toList();
    }
}
