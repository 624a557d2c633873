package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import org.jspecify.annotations.Nullable;

/// End a run without a new champion.
///
/// @param run the run
/// @param reason for people
/// @param candidateId the one turned down; null where none was proposed
/// @param gate null where the holdout was not opened
public record RejectRequest(
        RunRef run,
        String reason,
        @Nullable String candidateId,
        @Nullable ArtifactRef gate) implements StageRequest {
    public RejectRequest {
        Require.present(run, "run");
        Require.notBlank(reason, "reason");
    }
}
