package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.decision.HumanAnswer;
import org.jspecify.annotations.Nullable;

/// Make the challenger champion; nobody is trusted: gate.json is read again.
///
/// @param run the run
/// @param challenger that passed
/// @param prepared whose features go with the model
/// @param gate from Gate
/// @param profile of the data that it learned from
/// @param actionDigest of the decision
/// @param approval null where none is needed
public record PromoteRequest(
        RunRef run,
        CandidateRef challenger,
        PreparedRef prepared,
        ArtifactRef gate,
        ArtifactRef profile,
        String actionDigest,
        @Nullable HumanAnswer approval)
        implements StageRequest {
    public PromoteRequest {
        Require.present(run, "run");
        Require.present(challenger, "challenger");
        Require.present(prepared, "prepared");
        Require.present(gate, "gate");
        Require.present(profile, "profile");
        Require.notBlank(actionDigest, "actionDigest");
    }
}
