package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.decision.FailureFact;
import org.jspecify.annotations.Nullable;

/// A run failed: tell somebody.
///
/// @param run null when Intake itself failed
/// @param executionName of the state machine's execution
/// @param failure which stage and how
public record AlertRequest(@Nullable RunRef run, String executionName, FailureFact failure) implements StageRequest {
    public AlertRequest {
        Require.notBlank(executionName, "executionName");
        Require.present(failure, "failure");
    }
}
