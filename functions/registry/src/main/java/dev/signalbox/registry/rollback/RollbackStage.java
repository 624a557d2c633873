package dev.signalbox.registry.rollback;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.RollbackRequest;
import dev.signalbox.contract.stage.RollbackResult;
import dev.signalbox.runtime.StageEnvironment;
import java.util.List;
import java.util.stream.Collectors;

/// Makes an earlier model champion again.
final class RollbackStage {
    private final StageEnvironment environment;

    RollbackStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Adds a version with the old model, after its file was read and its hash checked. History is never
    /// rewritten: version numbers only go up.
    ///
    /// Idempotent: where the champion already is, or already restores, the wanted version, nothing moves.
    /// Raises [InvalidInput] for a version that does not exist (the message lists those that do) and when the
    /// champion moved while this ran, and [dev.signalbox.contract.failure.ArtifactDamaged] for a model file that
    /// is gone or changed.
    RollbackResult run(RollbackRequest request) {
        List<ModelVersion> versions = environment.ledger().versions(request.pipeline());
        ModelVersion wanted = wanted(request, versions);
        ModelVersion champion = versions.getFirst();
        Integer restored = champion.restores();
        if (champion.version() == wanted.version() || (restored != null && restored == wanted.version())) {
            return new RollbackResult(champion.version(), wanted.version());
        }
        environment.artifacts().read(wanted.candidate().model());
        ModelVersion next = next(request, wanted, champion.version() + 1);
        if (!environment.ledger().moveChampion(champion.version(), next)) {
            throw new InvalidInput(
                    "The champion of " + request.pipeline() + " moved while it was being rolled back; it was version "
                            + champion.version() + ".",
                    "Look at the versions and ask again.");
        }
        tell(request, champion, next);
        return new RollbackResult(next.version(), wanted.version());
    }

    private static ModelVersion wanted(RollbackRequest request, List<ModelVersion> versions) {
        return versions.stream()
                .filter(version -> version.version() == request.toVersion())
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "Pipeline " + request.pipeline() + " has no version " + request.toVersion() + ".",
                        versions.isEmpty()
                                ? "It has no version at all; promote a model first."
                                : "It has " + numbers(versions) + "; choose one of them."));
    }

    private static String numbers(List<ModelVersion> versions) {
        return versions.reversed().stream()
                .map(version -> String.valueOf(version.version()))
                .collect(Collectors.joining(", "));
    }

    private ModelVersion next(RollbackRequest request, ModelVersion wanted, int version) {
        return new ModelVersion(
                wanted.pipeline(),
                version,
                wanted.runId(),
                wanted.candidate(),
                wanted.prepared(),
                wanted.profile(),
                wanted.gate(),
                wanted.metric(),
                wanted.metrics(),
                environment.clock().instant(),
                request.by(),
                wanted.version());
    }

    private void tell(RollbackRequest request, ModelVersion from, ModelVersion to) {
        environment
                .ledger()
                .append(
                        to.runId(),
                        new LedgerEvent.ChampionMoved(
                                from.version(), to.version(), to.candidate().candidateId()));
        environment
                .alerts()
                .send(
                        "Signalbox: " + request.pipeline() + " was rolled back",
                        "What: the model of version " + request.toVersion() + " is champion again, as version "
                                + to.version() + ".\nBy: " + request.by() + "\nWhy: " + request.reason()
                                + "\nNext: predictions use it from now on. Version " + from.version()
                                + " stays on record.");
    }
}
