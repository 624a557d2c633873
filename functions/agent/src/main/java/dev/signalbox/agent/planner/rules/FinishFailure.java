package dev.signalbox.agent.planner.rules;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.RunView;

/// Always fires: what neither other data nor another try would cure is for people. The machine sends an
/// alert and the run ends as failed; the champion is untouched.
final class FinishFailure implements Rule {
    @Override
    public String name() {
        return "finish_failure";
    }

    @Override
    public Consideration consider(RunView view) {
        FailureFact failure = Failures.of(view);
        return Consideration.fires(
                new Action.Finish(),
                failure.state() + " failed and neither other data nor another try is known to cure it: "
                        + Findings.reason(Failures.message(failure))
                        + " The run ends as failed; somebody is told; the champion stays.");
    }
}
