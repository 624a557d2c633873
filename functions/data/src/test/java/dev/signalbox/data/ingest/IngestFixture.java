package dev.signalbox.data.ingest;

import dev.signalbox.contract.action.RetryChanges;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.stage.IngestRequest;
import dev.signalbox.contract.stage.IngestResult;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Ingest over a temporary folder.
final class IngestFixture {
    private final Path folder;
    private final TestEnvironment environment;
    private IngestTuning tuning = IngestTuning.DEFAULT;

    IngestFixture(Path folder) {
        this.folder = folder;
        this.environment = new TestEnvironment(folder);
    }

    IngestFixture with(IngestTuning other) {
        tuning = other;
        return this;
    }

    TestEnvironment environment() {
        return environment;
    }

    Ingested csv(String text) {
        return file("data.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    Ingested file(String name, byte[] bytes) {
        return open(write(name, bytes), null, null);
    }

    Ingested withHoldout(String text, String holdout) {
        return open(
                write("data.csv", text.getBytes(StandardCharsets.UTF_8)),
                write("holdout.csv", holdout.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    Ingested changed(String text, RetryChanges changes) {
        return open(write("data.csv", text.getBytes(StandardCharsets.UTF_8)), null, changes);
    }

    Ingested open(Path source, @Nullable Path holdout, @Nullable RetryChanges changes) {
        IngestResult result = run(source, holdout, changes);
        return new Ingested(result, Table.of(result.dataset().table()));
    }

    IngestResult run(Path source, @Nullable Path holdout, @Nullable RetryChanges changes) {
        return new IngestStage(environment.stage(), tuning).run(request(source, holdout, changes), "runs/run-1/ingest");
    }

    IngestRequest request(Path source, @Nullable Path holdout, @Nullable RetryChanges changes) {
        RunRef run = environment.run(PipelineConfig.of("trial", "y"), source);
        return new IngestRequest(run, ref(source), holdout == null ? null : ref(holdout), changes);
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceRef ref(Path file) {
        return environment.artifacts().pin(SourceRef.unpinned(file.toUri().toString()));
    }
}
