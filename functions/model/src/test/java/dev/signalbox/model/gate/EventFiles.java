package dev.signalbox.model.gate;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.stage.EvaluateRequest;
import dev.signalbox.contract.stage.GateRequest;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.model.evaluate.SmallRun;
import dev.signalbox.model.learn.Samples;
import dev.signalbox.runtime.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes `events/evaluate` and `events/gate` anew, with real matrices and models of a small run: for
/// whoever changes one of their formats. Argument: the `events` folder.
final class EventFiles {
    private static final ObjectWriter PRETTY = ContractJson.LENIENT.writerWithDefaultPrettyPrinter();
    private static final String DOCUMENTS = "evaluate/documents";

    private final Path events;
    private final SmallRun small;

    private EventFiles(Path events, Path scratch) {
        this.events = events;
        this.small = new SmallRun(
                scratch,
                PipelineConfig.of("shapes", "y"),
                Samples.classes(120, 1, 2),
                Samples.classes(60, 2, 2),
                Samples.classes(60, 3, 2),
                2);
    }

    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory("events");
        new EventFiles(Path.of(arguments[0]), scratch).write();
    }

    private void write() throws IOException {
        CandidateRef baseline = candidate("baseline", Algorithm.BASELINE);
        CandidateRef linear = candidate("linear", Algorithm.LINEAR);
        PreparedRef prepared = prepared(small.prepared());
        RunRef run = new RunRef("shapes", "run-1", manifest());
        request("evaluate", new EvaluateRequest(run, prepared, List.of(baseline, linear)));
        request("gate", new GateRequest(run, prepared, linear, prepared.features()));
    }

    private void request(String stage, Object request) throws IOException {
        Path file = Files.createDirectories(events.resolve(stage)).resolve("request.json");
        Files.writeString(file, PRETTY.writeValueAsString(request) + "\n");
    }

    private CandidateRef candidate(String candidateId, Algorithm algorithm) throws IOException {
        CandidateRef made = small.candidate(candidateId, algorithm, Samples.classes(120, 1, 2));
        return new CandidateRef(
                candidateId,
                algorithm,
                copied(made.model(), candidateId + ".model"),
                copied(made.validPredictions(), candidateId + ".predictions"));
    }

    private PreparedRef prepared(PreparedRef made) throws IOException {
        return new PreparedRef(
                made.task(),
                made.target(),
                made.classes(),
                copied(made.features(), "features.json"),
                copied(made.train(), "train.matrix"),
                copied(made.valid(), "valid.matrix"),
                copied(made.holdout(), "holdout.matrix"),
                made.trainRows(),
                made.validRows(),
                made.holdoutRows());
    }

    private ArtifactRef manifest() throws IOException {
        SourceRef source = new SourceRef("s3://signalbox-incoming/shapes/shapes.csv", "1", 4_000);
        RunManifest manifest = new RunManifest(
                "run-1",
                small.config(),
                Digests.ofRecord(small.config()),
                source,
                null,
                Digests.ofRecord(source),
                "request",
                Instant.parse("2026-01-01T00:00:00Z"),
                "test");
        byte[] bytes = ContractJson.LENIENT.writeValueAsBytes(manifest);
        return copied(small.write("run.json", "application/json", bytes), "run.json");
    }

    private ArtifactRef copied(ArtifactRef made, String name) throws IOException {
        byte[] bytes = small.environment().artifacts().read(made);
        Files.write(Files.createDirectories(events.resolve(DOCUMENTS)).resolve(name), bytes);
        return new ArtifactRef(
                "${events}/" + DOCUMENTS + "/" + name, made.sha256(), made.sizeBytes(), made.mediaType());
    }
}
