package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.RunView;

/// Always fires: without an acceptable candidate the champion stays.
final class RejectEmpty implements Rule {
    @Override
    public String name() {
        return "reject_empty";
    }

    @Override
    public Consideration consider(RunView view) {
        String reason = view.candidates().isEmpty()
                ? "No candidate could be trained and compared."
                : "No acceptable candidate is left to promote.";
        return Consideration.fires(new Action.Reject(reason), reason + " The champion stays as it is.");
    }
}
