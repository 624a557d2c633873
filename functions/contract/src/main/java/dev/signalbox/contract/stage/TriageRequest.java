package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.HumanAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stage failed for good: choose what to do.
///
/// @param run null when Intake itself failed
/// @param executionName of the state machine's execution
/// @param failure which stage and how
/// @param decisionNumber 1 for the first of the run
/// @param budget as the machine counts
/// @param answers of people in this run, oldest first
/// @param approval what waits for a person; null: nothing does
public record TriageRequest(
        @Nullable RunRef run,
        String executionName,
        FailureFact failure,
        int decisionNumber,
        BudgetLeft budget,
        List<HumanAnswer> answers,
        @Nullable ApprovalConfig approval)
        implements StageRequest {
    public TriageRequest {
        Require.notBlank(executionName, "executionName");
        Require.present(failure, "failure");
        Require.present(budget, "budget");
        answers = Require.listOrEmpty(answers);
    }

    /// Where nobody was asked and nothing waits for a person.
    public TriageRequest(
            @Nullable RunRef run, String executionName, FailureFact failure, int decisionNumber, BudgetLeft budget) {
        this(run, executionName, failure, decisionNumber, budget, List.of(), null);
    }
}
