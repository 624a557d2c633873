package dev.signalbox.agent.planner.rules;

import dev.signalbox.agent.guardrail.FailedStage;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.RunView;
import java.util.Optional;

/// Reading broke down with a defect, not with a complaint about the file: once more with the other parser,
/// which takes every column as text and goes around the fast reader. What the columns hold is found later,
/// by Validate and its repairs.
final class RetryOtherParser implements Rule {
    @Override
    public String name() {
        return "retry_other_parser";
    }

    @Override
    public Consideration consider(RunView view) {
        FailureFact failure = Failures.of(view);
        boolean reading = FailedStage.of(failure).equals(Optional.of(RetryableStage.INGEST));
        if (!reading || !Failures.isDefect(failure)) {
            return Consideration.rests();
        }
        Action action = new Action.RetryStage(RetryableStage.INGEST, new RetryChanges(1, 0, true));
        if (failure.attempts() > 0) {
            return Consideration.rests(action, "Reading was tried again before and failed again.");
        }
        if (!Affordability.covers(view.budget(), 0)) {
            return Consideration.rests(action, "The budget does not cover another try.");
        }
        return Consideration.fires(
                action,
                failure.state() + " broke down while reading. It is tried once more with the other parser, which reads"
                        + " every column as text.");
    }
}
