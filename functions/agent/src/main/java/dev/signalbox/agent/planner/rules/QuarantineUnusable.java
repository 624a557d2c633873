package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.stage.DataVerdict;
import java.util.List;

/// Data that no known repair makes usable is set aside, with the finding as the reason. A model of such data
/// would be worse than none: it would look like one. Source: Schelter et al., Automating large-scale data
/// quality verification, VLDB 2018.
final class QuarantineUnusable implements Rule {
    @Override
    public String name() {
        return "quarantine_unusable";
    }

    @Override
    public Consideration consider(RunView view) {
        List<FindingFact> hopeless = Findings.errors(view).stream()
                .filter(finding -> finding.repairs().isEmpty())
                .toList();
        if (view.data().verdict() != DataVerdict.UNUSABLE && hopeless.isEmpty()) {
            return Consideration.rests();
        }
        List<FindingFact> errors = Findings.errors(view);
        List<FindingFact> named = hopeless.isEmpty() ? errors : hopeless;
        String reason = named.isEmpty() ? "The data cannot be used as it is." : Findings.sentence(named);
        return Consideration.fires(
                new Action.Quarantine(Findings.reason(reason)),
                reason + " No repair is known that would cure it, so the data is set aside and the champion stays.");
    }
}
