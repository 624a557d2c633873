package dev.signalbox.runtime.testing;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.runtime.store.Ledger;
import dev.signalbox.runtime.store.LedgerChain;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger in memory, under one lock.
public final class MemoryLedger implements Ledger {
    private final Clock clock;
    private final Map<String, List<LedgerEntry>> chains = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, RunRecord> runs = new HashMap<>();
    private final Map<String, List<ModelVersion>> versions = new HashMap<>();
    private final Map<String, Register> registers = new HashMap<>();

    /// @param clock for the time of entries
    public MemoryLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized LedgerEntry append(String runId, LedgerEvent event) {
        List<LedgerEntry> chain = chains.computeIfAbsent(runId, id -> new ArrayList<>());
        LedgerEntry entry = LedgerChain.next(runId, chain.isEmpty() ? null : chain.getLast(), clock.instant(), event);
        chain.add(entry);
        return entry;
    }

    @Override
    public synchronized List<LedgerEntry> entries(String runId) {
        return List.copyOf(chains.getOrDefault(runId, List.of()));
    }

    @Override
    public LedgerEntry appendOperation(String pipeline, LedgerEvent event) {
        return append("operator#" + pipeline, event);
    }

    @Override
    public List<LedgerEntry> operations(String pipeline) {
        return entries("operator#" + pipeline);
    }

    @Override
    public synchronized String claim(String pipeline, String datasetVersion, String runId) {
        return claims.computeIfAbsent(pipeline + "/" + datasetVersion, key -> runId);
    }

    @Override
    public synchronized void index(RunRecord run) {
        runs.put(run.runId(), run);
    }

    @Override
    public synchronized Optional<RunRecord> run(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    @Override
    public synchronized List<RunRecord> runs(@Nullable String pipeline, int limit) {
        return runs.values().stream()
                .filter(run -> pipeline == null || run.pipeline().equals(pipeline))
                .sorted(Comparator.comparing(RunRecord::startedAt).reversed().thenComparing(RunRecord::runId))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<ModelVersion> champion(String pipeline) {
        return versions(pipeline).stream().findFirst();
    }

    @Override
    public synchronized List<ModelVersion> versions(String pipeline) {
        return List.copyOf(versions.getOrDefault(pipeline, List.of()).reversed());
    }

    @Override
    public synchronized boolean moveChampion(int expectedVersion, ModelVersion next) {
        List<ModelVersion> known = versions.computeIfAbsent(next.pipeline(), name -> new ArrayList<>());
        if (known.size() != expectedVersion || next.version() != expectedVersion + 1) {
            return false;
        }
        return known.add(next);
    }

    @Override
    public synchronized Optional<Register> register(String pipeline, String name) {
        return Optional.ofNullable(registers.get(pipeline + "/" + name));
    }

    @Override
    public synchronized boolean setRegister(String pipeline, String name, int expectedVersion, ArtifactRef value) {
        Register current = registers.get(pipeline + "/" + name);
        if ((current == null ? 0 : current.version()) != expectedVersion) {
            return false;
        }
        registers.put(pipeline + "/" + name, new Register(expectedVersion + 1, value));
        return true;
    }

    @Override
    public void close() {}
}
