package dev.signalbox.registry.reject;

import dev.signalbox.contract.artifact.ArtifactRef;
import org.jspecify.annotations.Nullable;

/// rejection.json: why a run brought no new champion.
///
/// @param runId of the run
/// @param candidateId the one turned down; null where none was proposed
/// @param gate gate.json; null where the holdout was not opened
/// @param championVersion that stays; null where there is none
/// @param reason for people
record Rejection(
        String runId,
        @Nullable String candidateId,
        @Nullable ArtifactRef gate,
        @Nullable Integer championVersion,
        String reason) {}
