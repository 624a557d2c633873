package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.decision.FailureFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Write what happened as one HTML file.
///
/// @param run the run
/// @param outcome how the run ended
/// @param reason for people
/// @param dataset null where nothing could be read
/// @param rows likewise
/// @param profile from Validate
/// @param findings from Validate
/// @param prepared from Prepare
/// @param evaluation from Evaluate
/// @param candidates of the run
/// @param gate from Gate
/// @param version of the champion when promoted
/// @param decisions every decision.json, oldest first
/// @param failure what failed
public record ReportRequest(
        RunRef run,
        Outcome outcome,
        String reason,
        @Nullable DatasetRef dataset,
        @Nullable RowCounts rows,
        @Nullable ArtifactRef profile,
        @Nullable ArtifactRef findings,
        @Nullable PreparedRef prepared,
        @Nullable ArtifactRef evaluation,
        List<CandidateRef> candidates,
        @Nullable ArtifactRef gate,
        @Nullable Integer version,
        List<ArtifactRef> decisions,
        @Nullable FailureFact failure)
        implements StageRequest {
    public ReportRequest {
        Require.present(run, "run");
        Require.present(outcome, "outcome");
        Require.notBlank(reason, "reason");
        candidates = Require.listOrEmpty(candidates);
        decisions = Require.listOrEmpty(decisions);
    }
}
