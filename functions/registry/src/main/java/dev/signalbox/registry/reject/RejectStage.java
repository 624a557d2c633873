package dev.signalbox.registry.reject;

import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.EndResult;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RejectRequest;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;

/// Ends a run without a new champion.
final class RejectStage {
    private final StageEnvironment environment;

    RejectStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Writes rejection.json and says what stays. Idempotent: nothing moves.
    EndResult run(RejectRequest request, String folder) {
        Integer champion = environment
                .ledger()
                .champion(request.run().pipeline())
                .map(ModelVersion::version)
                .orElse(null);
        new Documents(environment.artifacts())
                .write(
                        folder,
                        "rejection.json",
                        new Rejection(
                                request.run().runId(),
                                request.candidateId(),
                                request.gate(),
                                champion,
                                request.reason()));
        return new EndResult(Outcome.REJECTED, request.reason());
    }
}
