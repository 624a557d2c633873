package dev.signalbox.agent.guardrail;

import dev.signalbox.contract.action.RetryableStage;
import dev.signalbox.contract.decision.FailureFact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which stage stands behind the name of a failed state.
public final class FailedStage {
    private FailedStage() {}

    /// The stage that can be run again, if the state is one: `Train`, and `TrainCandidates` around it, are
    /// `train`.
    public static Optional<RetryableStage> of(FailureFact failure) {
        String state = failure.state().toLowerCase(Locale.ROOT);
        return Arrays.stream(RetryableStage.values())
                .filter(stage -> state.startsWith(stage.id()))
                .findFirst();
    }
}
