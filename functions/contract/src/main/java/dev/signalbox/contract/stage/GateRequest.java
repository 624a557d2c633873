package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;

/// Open the holdout for one challenger and the champion.
///
/// @param run the run
/// @param prepared the matrices
/// @param challenger the one that is proposed
/// @param evaluation from Evaluate
public record GateRequest(RunRef run, PreparedRef prepared, CandidateRef challenger, ArtifactRef evaluation)
        implements StageRequest {
    public GateRequest {
        Require.present(run, "run");
        Require.present(prepared, "prepared");
        Require.present(challenger, "challenger");
        Require.present(evaluation, "evaluation");
    }
}
