package dev.signalbox.registry.report;

import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.BlendMethod;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.CandidateRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.artifact.SourceRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.decision.Alternative;
import dev.signalbox.contract.decision.Attempt;
import dev.signalbox.contract.decision.Decision;
import dev.signalbox.contract.decision.Evidence;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.Proposal;
import dev.signalbox.contract.decision.Ruling;
import dev.signalbox.contract.decision.RulingOutcome;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.contract.ledger.ModelVersion;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.contract.stage.ReportRequest;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.RunManifest;
import dev.signalbox.contract.stage.RunRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                profile(),
                findings(),
                Scores.evaluation(),
                Scores.gate(true),
                List.of(repair(), blend(), promote()),
                entries(),
                champion(5));
    }

    /// The same candidates, held back by the gate.
    static Story rejected() {
        return new Story(
                request(Outcome.REJECTED, "The challenger is not clearly better than the champion.", null),
                manifest("credit.csv", "default"),
                profile(),
                findings(),
                Scores.evaluation(),
                Scores.gate(false),
                List.of(promote()),
                entries(),
                champion(4));
    }

    /// A regression without a champion.
    static Story regression() {
        return new Story(
                request(Outcome.PROMOTED, "Every condition holds.", 1),
                manifest("homes.csv", "price"),
                profile(),
                List.of(),
                Scores.regression(),
                Scores.regressionGate(),
                List.of(promote()),
                entries(),
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

    static DatasetProfile profile() {
        return new DatasetProfile(
                4_446,
                List.of(
                        number("income", 0, 4_000, 141, 3.2),
                        number("age", 18, 68, 37, 1.4),
                        number("amount", 100, 5_000, 1_039, 2.1),
                        number("time", 6, 72, 48, 0.9),
                        text("home", List.of("owner", "rent", "parents", "other", "private", "ignore"), 0.1),
                        text("job", List.of("fixed", "freelance", "partime", "others"), 0.04),
                        text("marital", List.of("married", "single", "separated", "widow", "divorced"), 0.02),
                        text("records", List.of("no", "yes"), 0),
                        text("default", List.of("no", "yes"), 0)),
                0,
                "default",
                Task.BINARY);
    }

    private static ColumnProfile number(String name, double low, double high, double mean, double skew) {
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            edges.add(low + (high - low) * Math.pow(i / 20.0, skew));
            if (i > 0) {
                counts.add(222L);
            }
        }
        return new ColumnProfile(
                name,
                ColumnType.INTEGER,
                (long) (skew * 60),
                (long) (high - low) / 2,
                low,
                high,
                mean,
                mean / 2,
                List.of(),
                List.of(),
                new Histogram(edges, counts));
    }

    private static ColumnProfile text(String name, List<String> values, double missing) {
        List<ValueCount> top = new ArrayList<>();
        long count = 3_100;
        for (String value : values) {
            top.add(new ValueCount(value, count));
            count = count / 3 + 11;
        }
        return new ColumnProfile(
                name,
                ColumnType.TEXT,
                (long) (missing * 4_446),
                values.size(),
                null,
                null,
                null,
                null,
                List.of(),
                top,
                null);
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        FindingCode.LEAKAGE,
                        Severity.ERROR,
                        "repaid_on",
                        "repaid_on is filled for every loan that was repaid and for no other: it gives the answer away.",
                        new TreeMap<>(Map.of("auc", 0.998, "rows", 4_446.0)),
                        List.of(new Repair.DropColumn("repaid_on"))),
                new Finding(
                        FindingCode.DRIFT,
                        Severity.WARNING,
                        "income",
                        "income has moved away from the champion's training data: the median rose from 120 to 141.",
                        new TreeMap<>(Map.of("psi", 0.31)),
                        List.of()),
                new Finding(
                        FindingCode.REJECTED_ROWS,
                        Severity.INFO,
                        null,
                        "8 rows have too few fields and were set aside.",
                        new TreeMap<>(Map.of("rows", 8.0)),
                        List.of()));
    }

    private static Decision repair() {
        return decision(
                "d1",
                Situation.DATA,
                "repair_errors",
                "A column gives the target away ('repaid_on'). One repair known to be safe should cure it; then the"
                        + " data is judged again.",
                new Action.RepairData(List.of(new Repair.DropColumn("repaid_on"))),
                List.of(),
                List.of(new Alternative(
                        new Action.Quarantine("leak"),
                        "A known repair comes first; the data is set aside if it does not help.")));
    }

    private static Decision blend() {
        return decision(
                "d2",
                Situation.MODELS,
                "blend_differing",
                "The leading 3 candidates are about equally good (best ROC AUC 0.839 [0.812, 0.866]) and err on"
                        + " different rows (correlation of errors down to 0.81): together they may be better.",
                new Action.Blend(List.of("lgbm-1", "xgb-2", "linear"), BlendMethod.GREEDY),
                List.of(new Evidence("/candidates/0/score/value", 0.839)),
                List.of());
    }

    static Decision promote() {
        return decision(
                "d3",
                Situation.MODELS,
                "promote_best",
                "blend-2 is the best candidate on 889 validation rows: ROC AUC 0.846 [0.82, 0.871]; the baseline has"
                        + " 0.5. The gate decides on rows that nobody has seen. There it meets the champion, version 4.",
                new Action.Promote("blend-2"),
                List.of(
                        new Evidence("/candidates/0/score/value", 0.846),
                        new Evidence("/candidates/5/score/value", 0.5)),
                List.of(new Alternative(
                        new Action.Promote("lgbm-1"),
                        "ROC AUC 0.839 [0.812, 0.866]: within chance of the best, but not better.")));
    }

    static Decision decision(
            String id,
            Situation situation,
            String rule,
            String rationale,
            Action action,
            List<Evidence> evidence,
            List<Alternative> alternatives) {
        List<Ruling> rulings = List.of(
                new Ruling("well_formed", RulingOutcome.ALLOW, "ok", "Everything that it names exists."),
                new Ruling("allowed_in_situation", RulingOutcome.ALLOW, "ok", "It is allowed."),
                new Ruling("within_budget", RulingOutcome.ALLOW, "ok", "The budget covers it."));
        Attempt attempt = new Attempt(
                new Proposal(action, rationale, evidence, alternatives, "rules", rule), rulings, RulingOutcome.ALLOW);
        return new Decision(id, situation, "b2".repeat(32), FILE, List.of(attempt), action, "e3".repeat(32), false);
    }

    static List<LedgerEntry> entries() {
        List<LedgerEntry> entries = new ArrayList<>();
        add(entries, 6, stage("intake", 4, false));
        add(entries, 190, stage("ingest", 180, false));
        add(entries, 320, stage("validate", 128, false));
        add(entries, 350, stage("decide", 9, false));
        add(entries, 402, stage("repair", 48, false));
        add(entries, 500, stage("validate", 95, false));
        add(entries, 610, stage("prepare", 106, false));
        add(entries, 690, stage("train", 78, false));
        add(entries, 905, stage("train", 290, false));
        add(entries, 1_120, stage("train", 410, false));
        add(entries, 1_240, stage("evaluate", 118, false));
        add(entries, 1_252, stage("decide", 6, false));
        add(entries, 1_330, stage("blend", 75, false));
        add(entries, 1_420, stage("evaluate", 88, false));
        add(entries, 1_430, stage("decide", 5, false));
        add(entries, 1_440, new LedgerEvent.HoldoutOpened("a1".repeat(32), "blend-2", 4));
        add(entries, 1_520, stage("gate", 86, false));
        add(entries, 1_530, new LedgerEvent.ChampionMoved(4, 5, "blend-2"));
        add(entries, 1_532, stage("promote", 8, false));
        return entries;
    }

    private static LedgerEvent stage(String name, long millis, boolean cached) {
        return new LedgerEvent.StageFinished(name, null, null, cached, millis, 0, "f4".repeat(32));
    }

    private static void add(List<LedgerEntry> entries, long millis, LedgerEvent event) {
        entries.add(new LedgerEntry(
                "20260101-093000-4f2a",
                entries.size() + 1L,
                START.plusMillis(millis),
                event,
                "0".repeat(64),
                "1".repeat(64)));
    }
}
