package dev.signalbox.registry.ending;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.Measure;
import dev.signalbox.runtime.StageEnvironment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closes a run: one `run_ended` in its chain, and the outcome in the index of runs.
public final class RunEnding {
    private final StageEnvironment environment;

    /// @param environment ledger, artifacts and clock
    public RunEnding(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Ends the run. Idempotent: a run that has ended with this outcome keeps its time, and no second event
    /// is added, unless this call brings the report that the first had not.
    public void end(RunRef run, Outcome outcome, String reason, @Nullable ArtifactRef report) {
        List<LedgerEvent.RunEnded> earlier = endings(run, outcome);
        boolean reported = earlier.stream().anyMatch(ending -> ending.report() != null);
        if (earlier.isEmpty() || (report != null && !reported)) {
            environment.ledger().append(run.runId(), new LedgerEvent.RunEnded(outcome, reason, report));
        }
        RunRecord known = record(run);
        Instant endedAt = known.endedAt();
        Instant at = !earlier.isEmpty() && endedAt != null
                ? endedAt
                : environment.clock().instant();
        environment.ledger().index(with(known, at, outcome, reason));
    }

    private List<LedgerEvent.RunEnded> endings(RunRef run, Outcome outcome) {
        return environment.ledger().entries(run.runId()).stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.RunEnded.class::isInstance)
                .map(LedgerEvent.RunEnded.class::cast)
                .filter(ending -> ending.outcome() == outcome)
                .toList();
    }

    /// That the run ended, and what its functions took.
    public List<Measure> measures(RunRef run, Outcome outcome) {
        double usd = environment.ledger().entries(run.runId()).stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.StageFinished.class::isInstance)
                .map(LedgerEvent.StageFinished.class::cast)
                .mapToDouble(LedgerEvent.StageFinished::costUsd)
                .sum();
        return List.of(Measure.count("RunsEnded", "outcome", outcome.id()), Measure.value("RunCostUsd", usd));
    }

    /// Notes why a run stands still without ending it.
    public void pause(RunRef run, Outcome outcome, String reason) {
        environment.ledger().index(with(record(run), null, outcome, reason));
    }

    /// The run's line in the index; from its manifest where there is none yet.
    public RunRecord record(RunRef run) {
        return environment.ledger().run(run.runId()).orElseGet(() -> {
            RunManifest manifest = new Documents(environment.artifacts()).read(run.manifest(), RunManifest.class);
            return new RunRecord(
                    run.pipeline(),
                    run.runId(),
                    manifest.datasetVersion(),
                    manifest.source().uri(),
                    manifest.startedAt(),
                    null,
                    null,
                    null);
        });
    }

    private static RunRecord with(RunRecord known, @Nullable Instant endedAt, Outcome outcome, String reason) {
        return new RunRecord(
                known.pipeline(),
                known.runId(),
                known.datasetVersion(),
                known.source(),
                known.startedAt(),
                endedAt,
                outcome,
                reason);
    }
}
