package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.RunView;

/// Always fires: data that is not usable and that no rule could help is set aside.
final class QuarantineUnrepaired implements Rule {
    @Override
    public String name() {
        return "quarantine_unrepaired";
    }

    @Override
    public Consideration consider(RunView view) {
        String reason = view.findings().isEmpty()
                ? "The data was judged not usable, and no finding says how to repair it."
                : "No acceptable repair is left. " + Findings.sentence(view.findings());
        return Consideration.fires(new Action.Quarantine(Findings.reason(reason)), reason);
    }
}
