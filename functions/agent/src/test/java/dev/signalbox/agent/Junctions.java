package dev.signalbox.agent;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.artifact.ArtifactRef;
import dev.signalbox.contract.artifact.DatasetRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.DatasetProfile;
import dev.signalbox.contract.profile.ValueCount;
import dev.signalbox.contract.stage.DataVerdict;
import dev.signalbox.contract.stage.DecideRequest;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.contract.stage.RunRef;
import dev.signalbox.runtime.Documents;
import dev.signalbox.runtime.testing.TestEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Requests of Decide over documents that really stand in a store.
public final class Junctions {
    private static final ArtifactRef TABLE =
            new ArtifactRef("file:///t", "0".repeat(64), 1, "application/octet-stream");
    private final TestEnvironment environment;
    private final Documents documents;
    private final RunRef run;

    public Junctions(TestEnvironment environment, Path folder) {
        this.environment = environment;
        this.documents = new Documents(environment.artifacts());
        try {
            Path source = Files.writeString(folder.resolve("churn.csv"), "a,churned\n1,yes\n");
            this.run = environment.run(PipelineConfig.of("churn", "churned"), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestEnvironment environment() {
        return environment;
    }

    public RunRef run() {
        return run;
    }

    public DecideRequest models(int number, long secondsLeft, List<ArtifactRef> decisions, CandidateEvaluation... all) {
        Evaluation evaluation =
                new Evaluation(Task.BINARY, MetricName.ROC_AUC, List.of("no", "yes"), 600, 200, List.of(all), null);
        ArtifactRef written = documents.write("runs/run-1/evaluate", "evaluation.json", evaluation);
        PreparedRef prepared = new PreparedRef(
                Task.BINARY, "churned", List.of("no", "yes"), TABLE, TABLE, TABLE, TABLE, 600, 200, 200);
        return request(
                Situation.MODELS, number, secondsLeft, DataVerdict.USABLE, List.of(), prepared, written, decisions);
    }

    public DecideRequest data(int number, DataVerdict verdict, List<Finding> findings) {
        return request(Situation.DATA, number, 3_600, verdict, findings, null, null, List.of());
    }

    private DecideRequest request(
            Situation situation,
            int number,
            long secondsLeft,
            DataVerdict verdict,
            List<Finding> findings,
            PreparedRef prepared,
            ArtifactRef evaluation,
            List<ArtifactRef> decisions) {
        return new DecideRequest(
                run,
                situation,
                number,
                new BudgetLeft(7, 20, secondsLeft, 5),
                new DatasetRef(TABLE, 1_000, 2),
                new RowCounts(1_001, 1_000, 1),
                verdict,
                documents.write("runs/run-1/validate", "profile.json", profile(2)),
                documents.write("runs/run-1/validate", "findings.json", findings),
                prepared,
                evaluation,
                List.of(),
                decisions,
                List.of());
    }

    public static DatasetProfile profile(int columns) {
        List<ColumnProfile> all = new ArrayList<>();
        all.add(column("churned", List.of(new ValueCount("no", 700), new ValueCount("yes", 300))));
        for (int i = 1; i < columns; i++) {
            all.add(column("c" + i, List.of()));
        }
        return new DatasetProfile(1_000, all, 0, "churned", Task.BINARY);
    }

    private static ColumnProfile column(String name, List<ValueCount> top) {
        return new ColumnProfile(name, ColumnType.TEXT, 0, 2, null, null, null, null, List.of(), top, null);
    }

    public static Finding leakage(String column) {
        return new Finding(
                FindingCode.LEAKAGE,
                Severity.ERROR,
                column,
                column + " gives the target away",
                new TreeMap<>(Map.of("auc", 0.999)),
                List.of(new Repair.DropColumn(column)));
    }

    public static CandidateEvaluation evaluated(
            String id, Algorithm algorithm, double score, Map<String, Double> like) {
        return new CandidateEvaluation(
                id,
                algorithm,
                new TreeMap<>(Map.of(Hyperparameter.L2, 1.0)),
                new TreeMap<>(Map.of(
                        MetricName.ROC_AUC,
                        algorithm == Algorithm.BASELINE
                                ? new MetricValue(0.5, 0.5, 0.5)
                                : new MetricValue(score, score - 0.03, score + 0.03))),
                score,
                0.01,
                false,
                algorithm == Algorithm.XGBOOST ? 100 : 0,
                true,
                new TreeMap<>(like),
                null);
    }

    public static HumanAnswer answer(boolean approved, String digest) {
        return new HumanAnswer("promotion", digest, approved, null, "mia", "fine with me");
    }
}
