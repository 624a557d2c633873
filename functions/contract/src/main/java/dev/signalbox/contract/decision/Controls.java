package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.config.ApprovalConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What operators and the machine hold over the agent.
///
/// @param halt null while the agent may act
/// @param approval what must be approved
/// @param approvals what came of asking, oldest first
/// @param usedIds ids of proposals of earlier decisions; none is used twice
/// @param repeats how often in a row the same action may be done, 1 to 10
/// @param held the action that the newest question was about, once somebody has agreed to it; null otherwise
public record Controls(
        @Nullable HaltFact halt,
        ApprovalConfig approval,
        List<ApprovalFact> approvals,
        List<String> usedIds,
        int repeats,
        @Nullable Action held) {
    private static final int USUAL_REPEATS = 2;

    public Controls {
        approval = approval == null ? ApprovalConfig.defaults() : approval;
        approvals = Require.listOrEmpty(approvals);
        usedIds = Require.listOrEmpty(usedIds);
        repeats = repeats == 0 ? USUAL_REPEATS : (int) Require.inRange(repeats, 1, 10, "repeats");
    }

    /// Nothing is held.
    public static Controls none() {
        return new Controls(null, ApprovalConfig.defaults(), List.of(), List.of(), 0, null);
    }
}
