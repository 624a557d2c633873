package dev.signalbox.registry.quarantine;

import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.decision.FailureFact;
import org.jspecify.annotations.Nullable;

/// quarantine.json: which data was set aside, and why.
///
/// @param pipeline whose run
/// @param runId of the run
/// @param datasetVersion that was set aside
/// @param source where the data stays, unchanged
/// @param reason for people
/// @param failure null where a verdict led here
record QuarantineMarker(
        String pipeline,
        String runId,
        String datasetVersion,
        SourceRef source,
        String reason,
        @Nullable FailureFact failure) {}
