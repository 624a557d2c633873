package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;
import java.util.List;
import java.util.Set;

/// When every repair of a finding was carried out and the finding is still there, more of the same will not
/// help: the cause lies outside the data, and people have to look.
final class QuarantineUnhelped implements Rule {
    @Override
    public String name() {
        return "quarantine_unhelped";
    }

    @Override
    public Consideration consider(RunView view) {
        Set<Repair> done = Findings.done(view);
        List<FindingFact> unhelped = Findings.errors(view).stream()
                .filter(finding -> !finding.repairs().isEmpty() && done.containsAll(finding.repairs()))
                .toList();
        if (unhelped.isEmpty()) {
            return Consideration.rests();
        }
        String sentence = "The known repairs did not help. " + Findings.sentence(unhelped);
        return Consideration.fires(new Action.Quarantine(Findings.reason(sentence)), sentence);
    }
}
