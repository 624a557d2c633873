package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.TriedCure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stage failed for good: tell somebody.
///
/// @param run null when Intake itself failed
/// @param executionName of the state machine's execution
/// @param failure which stage and how
/// @param outcome what had been decided when only the report failed; null or `failed` where nothing was
/// @param reason of that outcome, for people; null where nothing was decided
/// @param tried to cure it, oldest first
public record AlertRequest(
        @Nullable RunRef run,
        String executionName,
        FailureFact failure,
        @Nullable Outcome outcome,
        @Nullable String reason,
        List<TriedCure> tried)
        implements StageRequest {
    public AlertRequest {
        Require.notBlank(executionName, "executionName");
        Require.present(failure, "failure");
        tried = Require.listOrEmpty(tried);
        if (outcome != null && outcome != Outcome.FAILED) {
            Require.notBlank(reason, "reason");
        }
    }

    /// Of a run that ends as failed.
    public AlertRequest(@Nullable RunRef run, String executionName, FailureFact failure) {
        this(run, executionName, failure, null, null, List.of());
    }

    /// Of a failure that nothing was tried about.
    public AlertRequest(
            @Nullable RunRef run,
            String executionName,
            FailureFact failure,
            @Nullable Outcome outcome,
            @Nullable String reason) {
        this(run, executionName, failure, outcome, reason, List.of());
    }

    /// What had been decided before the failure; null where nothing was.
    public @Nullable Outcome decided() {
        return outcome == Outcome.FAILED ? null : outcome;
    }
}
