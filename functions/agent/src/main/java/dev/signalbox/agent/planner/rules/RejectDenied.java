package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;

/// Who was asked about a promotion and said no has decided. Nothing is trained to change their mind, and what
/// they wrote beside it is no part of the decision.
final class RejectDenied implements Rule {
    @Override
    public String name() {
        return "reject_denied";
    }

    @Override
    public Consideration consider(RunView view) {
        HumanAnswer answer = Promotions.lastAnswer(view);
        if (answer == null || answer.approved()) {
            return Consideration.rests();
        }
        String reason = "The promotion was denied by " + answer.by() + ".";
        return Consideration.fires(
                new Action.Reject(Findings.reason(reason)), reason + " The champion stays as it is.");
    }
}
