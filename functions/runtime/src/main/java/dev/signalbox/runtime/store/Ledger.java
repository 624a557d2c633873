package dev.signalbox.runtime.store;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.ledger.RunRecord;
import java.util.List;
import java.util.Optional;

/// The append-only record: a hash chain of events a run, the index of runs, the versions of a pipeline's
/// model, and registers that move by compare-and-set alone. Safe for use by several threads and processes.
///
/// Every method raises [dev.signalbox.contract.failure.DependencyUnavailable] when the store does not
/// answer.
public interface Ledger extends AutoCloseable {
    /// Appends an event to its run's chain.
    LedgerEntry append(String runId, LedgerEvent event);

    /// The chain of a run, oldest first; empty for an unknown run.
    List<LedgerEntry> entries(String runId);

    /// Appends what an operator did about a pipeline to the pipeline's own chain.
    LedgerEntry appendOperation(String pipeline, LedgerEvent event);

    /// The chain of what operators did about a pipeline, oldest first. Its entries have the `runId`
    /// `operator#` and the pipeline's name.
    List<LedgerEntry> operations(String pipeline);

    /// Claims a dataset version for a run, once and for all.
    ///
    /// @return the id of the run that holds the claim: `runId` when this call or an earlier one of the same
    ///     run took it
    String claim(String pipeline, String datasetVersion, String runId);

    /// Writes or replaces the run's line in the index.
    void index(RunRecord run);

    /// A run's line in the index.
    Optional<RunRecord> run(String runId);

    /// Runs, newest first.
    ///
    /// @param pipeline null for all pipelines
    /// @param limit 1 to 10,000
    List<RunRecord> runs(@org.jspecify.annotations.Nullable String pipeline, int limit);

    /// The version in production: the latest of [#versions].
    Optional<ModelVersion> champion(String pipeline);

    /// All versions, newest first.
    List<ModelVersion> versions(String pipeline);

    /// Makes a version champion when the champion is still the one that the caller saw.
    ///
    /// @param expectedVersion of the champion that the caller compared with; 0 for none
    /// @param next with `version` one above `expectedVersion`
    /// @return whether it is champion now; false when another version came first
    boolean moveChampion(int expectedVersion, ModelVersion next);

    /// The current value of a pipeline's register, such as `contract`.
    Optional<Register> register(String pipeline, String name);

    /// Sets a register when it still has the version that the caller saw.
    ///
    /// @param expectedVersion 0 for none
    /// @return whether it was set; its version is then `expectedVersion + 1`
    boolean setRegister(String pipeline, String name, int expectedVersion, ArtifactRef value);

    @Override
    void close();

    /// A register's value.
    ///
    /// @param version 1 or more
    /// @param value what it points to
    record Register(int version, ArtifactRef value) {}
}
