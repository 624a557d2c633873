package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.FailureFact;
import org.jspecify.annotations.Nullable;

/// A stage failed for good: choose what to do.
///
/// @param run null when Intake itself failed
/// @param executionName of the state machine's execution
/// @param failure which stage and how
/// @param decisionNumber 1 for the first of the run
/// @param budget as the machine counts
public record TriageRequest(
        @Nullable RunRef run, String executionName, FailureFact failure, int decisionNumber, BudgetLeft budget)
        implements StageRequest {
    public TriageRequest {
        Require.notBlank(executionName, "executionName");
        Require.present(failure, "failure");
        Require.present(budget, "budget");
    }
}
