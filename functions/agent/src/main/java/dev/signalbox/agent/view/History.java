package dev.signalbox.agent.view;

import dev.signalbox.contract.decision.ChampionFact;
import dev.signalbox.contract.decision.HaltFact;
import dev.signalbox.contract.decision.MemoryFact;
import dev.signalbox.contract.decision.OutcomeFact;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.store.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the ledger knows of the pipeline: its champion, how earlier runs ended, and what came of their
/// decisions.
final class History {
    private static final int MOST_RUNS = 5;
    private static final int LOOK_BACK = 20;
    private static final int MOST_OUTCOMES = 4;
    private static final int BYTES = 2_400;
    private final Ledger ledger;

    History(Ledger ledger) {
        this.ledger = ledger;
    }

    @Nullable
    ChampionFact champion(String pipeline, @Nullable MetricValue validScore) {
        ModelVersion champion = ledger.champion(pipeline).orElse(null);
        if (champion == null) {
            return null;
        }
        MetricValue holdout = champion.metrics().get(champion.metric());
        if (holdout == null) {
            throw new InvalidInput(
                    "Version " + champion.version() + " of " + pipeline + " has no "
                            + champion.metric().id() + " on record.",
                    "Roll back to a version that has one, or promote a new model.");
        }
        return new ChampionFact(
                champion.version(),
                champion.candidate().algorithm(),
                champion.metric(),
                Rounding.rounded(holdout),
                validScore == null ? null : Rounding.rounded(validScore));
    }

    /// Null while the agent of the pipeline may act.
    @Nullable
    HaltFact halt(String pipeline) {
        List<LedgerEntry> operations = ledger.operations(pipeline);
        return !operations.isEmpty() && operations.getLast().event() instanceof LedgerEvent.AgentHalted halted
                ? new HaltFact(halted.by(), new Untrusted(halted.reason()))
                : null;
    }

    List<MemoryFact> memory(RunRef run) {
        List<RunRecord> earlier = ledger.runs(run.pipeline(), LOOK_BACK).stream()
                .filter(other ->
                        !other.runId().equals(run.runId()) && other.endedAt() != null && other.outcome() != null)
                .limit(MOST_RUNS)
                .toList();
        List<ModelVersion> versions = earlier.isEmpty() ? List.of() : ledger.versions(run.pipeline());
        return Bounded.front(
                BYTES, earlier.stream().map(record -> fact(record, versions)).toList());
    }

    private MemoryFact fact(RunRecord record, List<ModelVersion> versions) {
        ModelVersion made = versions.stream()
                .filter(version -> version.runId().equals(record.runId()) && version.restores() == null)
                .findFirst()
                .orElse(null);
        MetricValue score = made == null ? null : made.metrics().get(made.metric());
        List<LedgerEvent.ModelsCompared> seen = compared(record.runId());
        List<OutcomeFact> outcomes = seen.stream()
                .flatMap(event -> Stream.ofNullable(event.outcome()))
                .toList();
        return new MemoryFact(
                record.runId(),
                Objects.requireNonNull(record.outcome()),
                made == null ? null : made.candidate().algorithm(),
                score == null ? null : Rounding.rounded(score.value()),
                seen.isEmpty() ? null : seen.getLast().data(),
                seen.isEmpty() ? null : seen.getLast().best(),
                outcomes.subList(Math.max(0, outcomes.size() - MOST_OUTCOMES), outcomes.size()));
    }

    /// What the agent saw in the run, oldest first.
    private List<LedgerEvent.ModelsCompared> compared(String runId) {
        return ledger.entries(runId).stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.ModelsCompared.class::isInstance)
                .map(LedgerEvent.ModelsCompared.class::cast)
                .toList();
    }
}
