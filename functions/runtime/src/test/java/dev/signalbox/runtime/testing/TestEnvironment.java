package dev.signalbox.runtime.testing;

import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import dev.signalbox.runtime.StageLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An environment over a temporary folder with a clock that stands still, and the fakes in reach.
public final class TestEnvironment {
    private final Map<String, PipelineConfig> catalog = new LinkedHashMap<>();
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final Path folder;
    private final FolderArtifactStore artifacts;
    private final MemoryLedger ledger = new MemoryLedger(clock);
    private final RecordingTaskTokens taskTokens = new RecordingTaskTokens();
    private final RecordingAlerts alerts = new RecordingAlerts();

    /// @param folder an existing temporary folder
    public TestEnvironment(Path folder) {
        this.folder = folder;
        this.artifacts = new FolderArtifactStore(folder);
    }

    /// What handlers are given.
    public StageEnvironment stage() {
        try {
            Path scratch = Files.createDirectories(folder.resolve("scratch"));
            return new StageEnvironment(
                    artifacts,
                    ledger,
                    name -> Optional.ofNullable(catalog.get(name)),
                    taskTokens,
                    alerts,
                    clock,
                    StageLog.NONE,
                    "test",
                    scratch,
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A run of the configuration over a source, with its manifest written.
    public RunRef run(PipelineConfig config, Path source) {
        SourceRef pinned = artifacts.pin(SourceRef.unpinned(source.toUri().toString()));
        RunManifest manifest = new RunManifest(
                "run-1",
                config,
                Digests.ofRecord(config),
                pinned,
                null,
                Digests.ofRecord(pinned),
                "request",
                clock.instant(),
                "test");
        return new RunRef(
                config.name(), "run-1", new Documents(artifacts).write("runs/run-1/intake", "run.json", manifest));
    }

    /// Puts a pipeline into the catalogue.
    public TestEnvironment withPipeline(PipelineConfig config) {
        catalog.put(config.name(), config);
        return this;
    }

    /// The artifacts.
    public FolderArtifactStore artifacts() {
        return artifacts;
    }

    /// The ledger.
    public MemoryLedger ledger() {
        return ledger;
    }

    /// What was asked of people.
    public RecordingTaskTokens taskTokens() {
        return taskTokens;
    }

    /// What people were told.
    public RecordingAlerts alerts() {
        return alerts;
    }
}
