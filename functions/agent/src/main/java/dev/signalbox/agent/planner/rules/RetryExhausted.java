package dev.signalbox.agent.planner.rules;

import dev.signalbox.agent.guardrail.FailedStage;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.RunView;
import java.util.Optional;

/// Memory, disk or time ran out: once more with less. Fewer threads need less memory and change no result,
/// so that is all where rows must not be lost (reading, judging, comparing, blending); preparing and training
/// also take half of the rows. A second failure is left to people.
final class RetryExhausted implements Rule {
    private static final double HALF = 0.5;

    @Override
    public String name() {
        return "retry_exhausted";
    }

    @Override
    public Consideration consider(RunView view) {
        FailureFact failure = Failures.of(view);
        Optional<RetryableStage> stage = FailedStage.of(failure);
        if (!Failures.isExhausted(failure) || stage.isEmpty()) {
            return Consideration.rests();
        }
        Action.RetryStage action = new Action.RetryStage(stage.get(), less(stage.get()));
        if (failure.attempts() > 0) {
            return Consideration.rests(action, "It was tried with less before and failed again.");
        }
        if (!Affordability.covers(view.budget(), 0)) {
            return Consideration.rests(action, "The budget does not cover another try.");
        }
        return Consideration.fires(
                action,
                failure.state() + " ran out of memory, disk or time. It is tried once more with one thread"
                        + (action.changes().sampleFraction() < 1 ? " and half of the rows." : "."));
    }

    /// Bounded changes with which a stage needs less memory.
    static RetryChanges less(RetryableStage stage) {
        return switch (stage) {
            case INGEST, VALIDATE, EVALUATE, BLEND -> new RetryChanges(1, 1, false);
            case PREPARE, TRAIN -> new RetryChanges(HALF, 1, false);
        };
    }
}
