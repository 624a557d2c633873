package dev.signalbox.data.intake;

import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.RunRecord;
import dev.signalbox.contract.stage.IntakeRequest;
import dev.signalbox.contract.stage.IntakeResult;
import dev.signalbox.contract.stage.IntakeStatus;
import dev.signalbox.contract.stage.RunLimits;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.contract.stage.RunRequest;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.StageEnvironment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns an event or a request into a run.
public final class IntakeStage {
    private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private final StageEnvironment environment;

    /// @param environment everything from outside
    public IntakeStage(StageEnvironment environment) {
        this.environment = environment;
    }

    /// Starts a run at most once for each version of the data, however often, late or out of order events
    /// come: the claim is by the version that the store has now, so that a late event of an older version
    /// finds the claim taken. A direct request always runs. Idempotent: the same execution, tried again,
    /// gets the same answer and leaves no second trace.
    ///
    /// Raises [InvalidInput] for an unknown pipeline, an event that cannot be read, and an object that is
    /// gone by now.
    public IntakeResult run(IntakeRequest request) {
        String runId = request.executionName();
        if (!RUN_ID.matcher(runId).matches()) {
            throw new InvalidInput(
                    "The execution's name is '" + runId + "'; expected 1 to 80 letters, digits, '.', '_' or '-'.",
                    "Start the execution under another name.");
        }
        return switch (TriggerReader.read(request.event())) {
            case Trigger.Ignored(String reason) ->
                new IntakeResult(IntakeStatus.IGNORED, null, null, null, null, reason);
            case Trigger.Arrived(String pipeline, List<String> uris) ->
                once(new Start(runId, "event", pipeline(pipeline), pinFirst(uris), null), null);
            case Trigger.Scheduled(String pipeline) -> once(scheduled(runId, pipeline(pipeline)), null);
            case Trigger.Requested requested ->
                once(requested(runId, "event", requested.request()), requested.eventId());
            case Trigger.Direct direct -> start(requested(runId, "request", direct.request()));
        };
    }

    private Start scheduled(String runId, PipelineConfig config) {
        if (config.source() == null) {
            throw new InvalidInput(
                    "The pipeline '" + config.name() + "' has a schedule and no source; expected the data to look at.",
                    "Set 'source' in its pipeline.yaml.");
        }
        return new Start(runId, "schedule", config, pin(SourceRef.unpinned(config.source())), null);
    }

    private Start requested(String runId, String trigger, RunRequest request) {
        PipelineConfig given = request.config();
        if (given != null && !given.name().equals(request.pipeline())) {
            throw new InvalidInput(
                    "The request is for the pipeline '" + request.pipeline() + "', its configuration for '"
                            + given.name() + "'; expected one name.",
                    "Make the two equal.");
        }
        PipelineConfig config = given == null ? pipeline(request.pipeline()) : given;
        SourceRef holdout = request.holdout();
        return new Start(runId, trigger, config, pin(request.source()), holdout == null ? null : pin(holdout));
    }

    private IntakeResult once(Start start, @Nullable String eventId) {
        String claimed = eventId == null ? start.datasetVersion() : "event-" + eventId;
        String holder = environment.ledger().claim(start.config().name(), claimed, start.runId());
        if (holder.equals(start.runId())) {
            return start(start);
        }
        String what = eventId == null ? "This version of the data" : "This event";
        return new IntakeResult(
                IntakeStatus.DUPLICATE, null, null, null, null, what + " has had its run: " + holder + ".");
    }

    private IntakeResult start(Start start) {
        PipelineConfig config = start.config();
        RunRecord known = environment.ledger().run(start.runId()).orElse(null);
        Instant startedAt = known == null ? environment.clock().instant() : known.startedAt();
        RunManifest manifest = new RunManifest(
                start.runId(),
                config,
                Digests.ofRecord(config),
                start.source(),
                start.holdout(),
                start.datasetVersion(),
                start.trigger(),
                startedAt,
                environment.codeVersion());
        ArtifactRef written =
                new Documents(environment.artifacts()).write("runs/" + start.runId() + "/intake", "run.json", manifest);
        record(start, manifest, written, known == null);
        return new IntakeResult(
                IntakeStatus.STARTED,
                new RunRef(config.name(), start.runId(), written),
                start.source(),
                start.holdout(),
                RunLimits.of(config),
                "A run of " + config.name() + " on " + start.source().fileName() + ".");
    }

    /// The index is written first: it keeps the time of the start for whoever tries again after a crash in
    /// between.
    private void record(Start start, RunManifest manifest, ArtifactRef written, boolean first) {
        if (first) {
            environment
                    .ledger()
                    .index(new RunRecord(
                            start.config().name(),
                            start.runId(),
                            manifest.datasetVersion(),
                            start.source().uri(),
                            manifest.startedAt(),
                            null,
                            null,
                            null));
        }
        if (environment.ledger().entries(start.runId()).stream()
                .noneMatch(entry -> entry.event() instanceof LedgerEvent.RunStarted)) {
            environment
                    .ledger()
                    .append(
                            start.runId(),
                            new LedgerEvent.RunStarted(start.config().name(), written));
        }
    }

    private PipelineConfig pipeline(String name) {
        return environment
                .pipelines()
                .find(name)
                .orElseThrow(() -> new InvalidInput(
                        "There is no pipeline '" + name + "'; expected one that is written down.",
                        "Write a pipeline.yaml for it (signalbox init), or correct the name in the key."));
    }

    private SourceRef pin(SourceRef source) {
        return environment.artifacts().pin(source);
    }

    private SourceRef pinFirst(List<String> uris) {
        InvalidInput gone = null;
        for (String uri : uris) {
            try {
                return pin(SourceRef.unpinned(uri));
            } catch (InvalidInput e) {
                gone = gone == null ? e : gone;
            }
        }
        throw new InvalidInput(
                "The object " + uris.getFirst() + " that an event tells of is not there (any more).",
                "Nothing to do if it was removed on purpose; else put it there again.",
                Objects.requireNonNull(gone));
    }

    /// A run about to start.
    private record Start(
            String runId,
            String trigger,
            PipelineConfig config,
            SourceRef source,
            @Nullable SourceRef holdout) {
        String datasetVersion() {
            return Digests.ofRecord(
                    Arrays.asList(config.name(), source.versionTag(), holdout == null ? null : holdout.versionTag()));
        }
    }
}
