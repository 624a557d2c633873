package dev.signalbox.contract.stage;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.artifact.ArtifactRef;
import org.jspecify.annotations.Nullable;

/// Whether the challenger may become champion.
///
/// @param passed every condition holds
/// @param gate gate.json: a [GateReport]
/// @param championVersion the version compared with; null where there is none
/// @param reason for people: the conditions in one sentence
/// @param unusual whether the gain is beyond the pipeline's approval threshold, or there was nothing to
///     compare with
public record GateResult(
        boolean passed, ArtifactRef gate, @Nullable Integer championVersion, String reason, boolean unusual) {
    public GateResult {
        Require.present(gate, "gate");
        Require.notBlank(reason, "reason");
    }
}
