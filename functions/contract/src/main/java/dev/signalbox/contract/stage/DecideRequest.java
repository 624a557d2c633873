package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Choose the next step.
///
/// @param run the run
/// @param situation what the junction is about
/// @param decisionNumber 1 for the first of the run
/// @param budget as the machine counts
/// @param dataset as it is now
/// @param rows from Ingest
/// @param verdict from Validate
/// @param profile from Validate
/// @param findings from Validate
/// @param prepared null in the situation `data`
/// @param evaluation null in the situation `data`
/// @param candidates of the run so far
/// @param decisions earlier decision.json of the run, oldest first
/// @param answers of the run so far
public record DecideRequest(
        RunRef run,
        Situation situation,
        int decisionNumber,
        BudgetLeft budget,
        DatasetRef dataset,
        RowCounts rows,
        DataVerdict verdict,
        ArtifactRef profile,
        ArtifactRef findings,
        @Nullable PreparedRef prepared,
        @Nullable ArtifactRef evaluation,
        List<CandidateRef> candidates,
        List<ArtifactRef> decisions,
        List<HumanAnswer> answers)
        implements StageRequest {
    public DecideRequest {
        Require.present(run, "run");
        Require.present(situation, "situation");
        Require.inRange(decisionNumber, 1, 100, "decisionNumber");
        Require.present(budget, "budget");
        candidates = Require.listOrEmpty(candidates);
        decisions = Require.listOrEmpty(decisions);
        answers = Require.listOrEmpty(answers);
    }
}
