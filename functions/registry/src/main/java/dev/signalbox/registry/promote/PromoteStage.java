package dev.signalbox.registry.promote;

import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.PromoteResult;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.util.Optional;

/// Moves the champion.
final class PromoteStage {
    private final StageEnvironment environment;
    private final Documents documents;

    PromoteStage(StageEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    /// Reads the gate's report again, checks every condition against what was recorded, and moves the
    /// champion by compare-and-set from the very version that the gate compared with.
    ///
    /// Idempotent: once this run's candidate was promoted, a repeat answers with the same version. A
    /// champion that moved in the meantime is an expected outcome (`rejected`), since the comparison no
    /// longer holds. Raises [dev.signalbox.contract.failure.GuardrailHalt] when gate or approval are not
    /// those of this very action.
    PromoteResult run(PromoteRequest request, PipelineConfig config) {
        GateReport gate = documents.read(request.gate(), GateReport.class);
        new Clearance(request, gate)
                .check(config, environment.ledger().entries(request.run().runId()));
        Optional<ModelVersion> earlier = promotedBefore(request);
        if (earlier.isPresent()) {
            return promoted(request, earlier.get(), expected(gate));
        }
        int expected = expected(gate);
        if (championNow(request) == expected
                && environment.ledger().moveChampion(expected, next(request, gate, expected + 1))) {
            return promoted(request, next(request, gate, expected + 1), expected);
        }
        // Our own earlier call may have moved it between our two looks.
        return promotedBefore(request)
                .map(version -> promoted(request, version, expected))
                .orElseGet(() -> lost(request, expected));
    }

    private static int expected(GateReport gate) {
        Integer compared = gate.championVersion();
        return compared == null ? 0 : compared;
    }

    private int championNow(PromoteRequest request) {
        return environment
                .ledger()
                .champion(request.run().pipeline())
                .map(ModelVersion::version)
                .orElse(0);
    }

    private Optional<ModelVersion> promotedBefore(PromoteRequest request) {
        return environment.ledger().versions(request.run().pipeline()).stream()
                .filter(version -> version.runId().equals(request.run().runId())
                        && version.restores() == null
                        && version.candidate().equals(request.challenger()))
                .findFirst();
    }

    private PromoteResult promoted(PromoteRequest request, ModelVersion version, int from) {
        String candidate = request.challenger().candidateId();
        LedgerEvent moved = new LedgerEvent.ChampionMoved(from, version.version(), candidate);
        String runId = request.run().runId();
        if (environment.ledger().entries(runId).stream()
                .noneMatch(entry -> entry.event().equals(moved))) {
            environment.ledger().append(runId, moved);
        }
        String replaced = from == 0 ? "It is the first champion." : "It replaces version " + from + ".";
        return new PromoteResult(
                Outcome.PROMOTED,
                version.version(),
                "Candidate " + candidate + " is champion now, as version " + version.version() + ". " + replaced);
    }

    private PromoteResult lost(PromoteRequest request, int expected) {
        int now = championNow(request);
        String compared = expected == 0 ? "no champion" : "version " + expected;
        return new PromoteResult(
                Outcome.REJECTED,
                now,
                "Another run was first: version " + now + " is champion now, and the gate compared with " + compared
                        + ". Run the pipeline again to compare with it.");
    }

    private ModelVersion next(PromoteRequest request, GateReport gate, int version) {
        var approval = request.approval();
        return new ModelVersion(
                request.run().pipeline(),
                version,
                request.run().runId(),
                request.challenger(),
                request.prepared(),
                request.profile(),
                request.gate(),
                gate.metric(),
                gate.challenger(),
                environment.clock().instant(),
                approval == null ? "gate" : approval.by(),
                null);
    }
}
