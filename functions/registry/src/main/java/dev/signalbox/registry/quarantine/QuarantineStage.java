package dev.signalbox.registry.quarantine;

import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.QuarantineRequest;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;

/// Sets data aside.
final class QuarantineStage {
    private final StageEnvironment environment;

    QuarantineStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Writes the marker. The source is not read, moved or changed: it may be broken, and it is not ours.
    /// Idempotent: the same request writes the same marker.
    EndResult run(QuarantineRequest request, RunManifest manifest, String folder) {
        new Documents(environment.artifacts())
                .write(
                        folder,
                        "quarantine.json",
                        new QuarantineMarker(
                                request.run().pipeline(),
                                request.run().runId(),
                                manifest.datasetVersion(),
                                request.source(),
                                request.reason(),
                                request.failure()));
        return new EndResult(Outcome.QUARANTINED, request.reason());
    }
}
