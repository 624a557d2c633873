package dev.signalbox.registry.quarantine;

import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.QuarantineRequest;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.registry.ending.FinishedStages;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageName;

/// Sets data aside.
final class QuarantineStage {
    private final StageEnvironment environment;

    QuarantineStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Writes the marker. The source is not read, moved or changed: it may be broken, and it is not ours.
    /// Whoever watches runs is told at least once. Idempotent: the same request writes the same marker.
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
        if (!FinishedStages.holds(environment.ledger(), request.run().runId(), StageName.QUARANTINE)) {
            environment
                    .alerts()
                    .send(
                            "Signalbox: data of " + request.run().pipeline() + " is set aside",
                            "What: " + request.reason() + "\nWhere: "
                                    + request.source().uri() + ", run "
                                    + request.run().runId() + " of pipeline "
                                    + request.run().pipeline()
                                    + "\nNext: the object stays where it is and nothing else was changed. Mend it and send"
                                    + " it again; the report says what was found.");
        }
        return new EndResult(Outcome.QUARANTINED, request.reason());
    }
}
