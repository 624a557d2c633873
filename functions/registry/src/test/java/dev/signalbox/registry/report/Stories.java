package dev.signalbox.registry.report;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// Runs as they could have been, for looking at reports and for testing them.
final class Stories {
    static final Instant START = Instant.parse("2026-01-01T09:30:00Z");
    static final ArtifactRef FILE = new ArtifactRef("file:///artifact", "a1".repeat(32), 1_000, "application/json");

    private Stories() {}

    /// A binary model that replaces a champion after a repair and a blend.
    static Story promoted() {
        return new Story(
                request(Outcome.PROMOTED, "Every condition holds: 0.846 is better than the champion's 0.811.", 5),
                manifest("credit.csv", "default"),
                StoryData.profile(),
                StoryData.findings(),
                Scores.evaluation(),
                Scores.gate(true),
                List.of(StoryRecord.repair(), StoryRecord.blend(), StoryRecord.promote()),
                StoryRecord.entries(),
                champion(5));
    }

    /// The same candidates, held back by the gate.
    static Story rejected() {
        return new Story(
                request(Outcome.REJECTED, "The challenger is not clearly better than the champion.", null),
                manifest("credit.csv", "default"),
                StoryData.profile(),
                StoryData.findings(),
                Scores.evaluation(),
                Scores.gate(false),
                List.of(StoryRecord.promote()),
                StoryRecord.entries(),
                champion(4));
    }

    /// A regression without a champion.
    static Story regression() {
        return new Story(
                request(Outcome.PROMOTED, "Every condition holds.", 1),
                manifest("homes.csv", "price"),
                StoryData.profile(),
                List.of(),
                Scores.regression(),
                Scores.regressionGate(),
                List.of(StoryRecord.promote()),
                StoryRecord.entries(),
                champion(1));
    }

    /// A file of which nothing could be read.
    static Story quarantined() {
        FailureFact failure = new FailureFact(
                "Ingest",
                DataQuality.class.getName(),
                "credit.csv has a header and no rows; expected one row at least.\nHint: Check the export that wrote it.",
                0);
        ReportRequest request = new ReportRequest(
                run(),
                Outcome.QUARANTINED,
                "credit.csv has a header and no rows; expected one row at least.",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                failure);
        return new Story(
                request, manifest("credit.csv", "default"), null, List.of(), null, null, List.of(), List.of(), null);
    }

    static RunRef run() {
        return new RunRef("credit", "20260101-093000-4f2a", FILE);
    }

    static RunManifest manifest(String file, String target) {
        PipelineConfig config = PipelineConfig.of("credit", target);
        return new RunManifest(
                "20260101-093000-4f2a",
                config,
                "c0".repeat(32),
                new SourceRef("file:///home/mia/" + file, "size 182,304, modified 2025-12-31", 182_304),
                null,
                "d5".repeat(32),
                "request",
                START,
                "0.1.0");
    }

    private static ReportRequest request(Outcome outcome, String reason, Integer version) {
        return new ReportRequest(
                run(),
                outcome,
                reason,
                new DatasetRef(FILE, 4_446, 9),
                new RowCounts(4_454, 4_446, 8),
                FILE,
                FILE,
                new PreparedRef(Task.BINARY, "default", List.of("no", "yes"), FILE, FILE, FILE, FILE, 2_668, 889, 889),
                FILE,
                List.of(new CandidateRef("blend-2", Algorithm.BLEND, FILE, FILE)),
                FILE,
                version,
                List.of(),
                null);
    }

    static ModelVersion champion(int version) {
        return new ModelVersion(
                "credit",
                version,
                "run-0",
                new CandidateRef("xgb-1", Algorithm.XGBOOST, FILE, FILE),
                new PreparedRef(Task.BINARY, "default", List.of("no", "yes"), FILE, FILE, FILE, FILE, 1, 1, 1),
                FILE,
                FILE,
                MetricName.ROC_AUC,
                new TreeMap<>(),
                START,
                "gate",
                null);
    }
}
