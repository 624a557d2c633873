package dev.signalbox.asl.execution;

import dev.signalbox.asl.definition.State;
import dev.signalbox.asl.history.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens when a state fails: `Retry`, then `Catch`, then the end of its strand.
final class Faults {

    private final Execution execution;
    private final Interpreter interpreter;
    private final Chance chance;

    Faults(Execution execution, Interpreter interpreter, Chance chance) {
        this.execution = execution;
        this.interpreter = interpreter;
        this.chance = chance;
    }

    /// Retries, catches, or ends the strand.
    ///
    /// @param ofBranch whether a branch of the strand's Parallel failed, so that `States.BranchFailed`
    ///     matches
    void handle(Strand strand, StateFailure failure, boolean ofBranch) {
        if (strand.fanOut != null) {
            execution.forgetParts(strand);
            strand.fanOut = null;
        }
        if (!(strand.state() instanceof State.Fallible fallible)) {
            interpreter.strandFailed(strand, failure);
            return;
        }
        if (retried(strand, fallible.retriers(), failure, ofBranch)) {
            return;
        }
        EventType failed = StateEvents.of(fallible).failed();
        if (failed != null && !ErrorNames.RUNTIME.equals(failure.error())) {
            strand.recorder.record(strand, failed, null, null);
        }
        State.Catcher catcher = catcher(fallible.catchers(), failure, ofBranch);
        if (catcher == null) {
            interpreter.strandFailed(strand, failure);
            return;
        }
        catchIt(strand, catcher, failure);
    }

    /// The first retrier that names the error decides alone, even when it has no attempt left.
    private boolean retried(Strand strand, List<State.Retrier> retriers, StateFailure failure, boolean ofBranch) {
        for (int i = 0; i < retriers.size(); i++) {
            State.Retrier retrier = retriers.get(i);
            if (failure.matches(retrier.errorEquals(), ofBranch)) {
                int used = strand.retries[i];
                if (used >= retrier.maxAttempts()) {
                    return false;
                }
                strand.retries[i]++;
                strand.become(
                        new Phase.Retrying(execution.now().plus(RetrySchedule.delay(retrier, used, chance.random()))));
                execution.changed(strand);
                execution.checkpoint();
                interpreter.schedule(strand);
                return true;
            }
        }
        return false;
    }

    private static State.@Nullable Catcher catcher(
            List<State.Catcher> catchers, StateFailure failure, boolean ofBranch) {
        for (State.Catcher catcher : catchers) {
            if (failure.matches(catcher.errorEquals(), ofBranch)) {
                return catcher;
            }
        }
        return null;
    }

    /// An expression of the catcher that fails is not caught by the same state again.
    private void catchIt(Strand strand, State.Catcher catcher, StateFailure failure) {
        try {
            var output = failure.output();
            interpreter.complete(strand, catcher.completion(), output, Evaluator.Given.error(output));
        } catch (StateFailure second) {
            interpreter.strandFailed(strand, second);
        }
    }
}
