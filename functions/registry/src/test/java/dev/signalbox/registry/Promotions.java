package dev.signalbox.registry;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.ApprovalConfig;
import dev.signalbox.contract.config.ApprovalMode;
import dev.signalbox.contract.config.GateConfig;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.PromoteRequest;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.Digests;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Promotions of small pretend models whose files really stand in a store.
public final class Promotions {
    private final TestEnvironment environment;
    private final Documents documents;

    public Promotions(TestEnvironment environment) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
    }

    public RunRef run(String runId, PipelineConfig config) {
        RunManifest manifest = new RunManifest(
                runId,
                config,
                Digests.ofRecord(config),
                SourceRef.unpinned("file:///data/churn.csv"),
                null,
                "v-" + runId,
                "request",
                Instant.parse("2026-01-01T00:00:00Z"),
                "test");
        return new RunRef(config.name(), runId, documents.write("runs/" + runId + "/intake", "run.json", manifest));
    }

    public static PipelineConfig config(ApprovalMode mode) {
        PipelineConfig plain = PipelineConfig.of("churn", "churned");
        return new PipelineConfig(
                "churn",
                "churned",
                null,
                null,
                null,
                List.of(),
                plain.split(),
                plain.budget(),
                new GateConfig(new TreeMap<>(Map.of(MetricName.ROC_AUC, 0.7)), 0, 0, 0),
                new ApprovalConfig(mode, 0, List.of("mia")),
                plain.quality(),
                plain.train(),
                plain.planner(),
                0,
                null,
                null);
    }

    public CandidateRef candidate(String runId, String id) {
        return new CandidateRef(id, Algorithm.LINEAR, bytes(runId, id + ".model"), bytes(runId, id + ".predictions"));
    }

    public GateReport report(RunRef run, CandidateRef challenger, Integer championVersion, boolean passed) {
        return new GateReport(
                run.runId(),
                challenger.candidateId(),
                challenger.model().sha256(),
                MetricName.ROC_AUC,
                200,
                new TreeMap<>(Map.of(MetricName.ROC_AUC, new MetricValue(0.8, 0.75, 0.85))),
                championVersion,
                null,
                null,
                List.of(new GateCondition("beats the baseline", passed, "0.8 against 0.5")),
                null,
                passed);
    }

    public PromoteRequest request(RunRef run, CandidateRef challenger, GateReport gate, HumanAnswer approval) {
        ArtifactRef any = bytes(run.runId(), "matrix");
        return new PromoteRequest(
                run,
                challenger,
                new PreparedRef(Task.BINARY, "churned", List.of("no", "yes"), any, any, any, any, 600, 200, 200),
                documents.write("runs/" + run.runId() + "/gate", "gate.json", gate),
                any,
                digest(challenger),
                approval);
    }

    public static String digest(CandidateRef challenger) {
        return Digests.ofRecord(new Action.Promote(challenger.candidateId()));
    }

    private ArtifactRef bytes(String runId, String name) {
        byte[] bytes = (runId + "/" + name).getBytes(StandardCharsets.UTF_8);
        return environment.artifacts().write("runs/" + runId + "/train", name, "application/octet-stream", bytes);
    }
}
