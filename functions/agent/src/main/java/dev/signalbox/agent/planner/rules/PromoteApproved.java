package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.runtime.Digests;

/// What a person approved is proposed again, word for word: an approval holds for one exact action, and
/// anything else would need another.
final class PromoteApproved implements Rule {
    @Override
    public String name() {
        return "promote_approved";
    }

    @Override
    public Consideration consider(RunView view) {
        HumanAnswer answer = Promotions.lastAnswer(view);
        if (answer == null || !answer.approved()) {
            return Consideration.rests();
        }
        return view.candidates().stream()
                .map(candidate -> new Action.Promote(candidate.candidateId()))
                .filter(action -> Digests.ofRecord(action).equals(answer.actionDigest()))
                .findFirst()
                .<Consideration>map(action -> Consideration.fires(
                        action, "The promotion of " + action.candidateId() + " was approved by " + answer.by() + "."))
                .orElse(Consideration.rests());
    }
}
