package dev.signalbox.agent;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.contract.action.Repair;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.decision.BudgetLeft;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.ChampionFact;
import dev.signalbox.contract.decision.DataFacts;
import dev.signalbox.contract.decision.FailureFact;
import dev.signalbox.contract.decision.FindingFact;
import dev.signalbox.contract.decision.HumanAnswer;
import dev.signalbox.contract.decision.PastDecision;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.decision.Situation;
import dev.signalbox.contract.decision.Untrusted;
import dev.signalbox.contract.finding.FindingCode;
import dev.signalbox.contract.finding.Severity;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.DataVerdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Views for tests, made step by step.
public final class Views {
    private final Situation situation;
    private BudgetLeft budget = new BudgetLeft(7, 20, 1_800, 2.5);
    private DataVerdict verdict = DataVerdict.USABLE;
    private long validRows = 2_000;
    private int folds;
    private List<FindingFact> findings = List.of();
    private List<CandidateFact> candidates = List.of();
    private ChampionFact champion;
    private List<PastDecision> decisions = List.of();
    private List<HumanAnswer> answers = List.of();
    private FailureFact failure;

    private Views(Situation situation) {
        this.situation = situation;
    }

    public static Views data(DataVerdict verdict) {
        Views views = new Views(Situation.DATA);
        views.verdict = verdict;
        return views;
    }

    public static Views models(CandidateFact... candidates) {
        Views views = new Views(Situation.MODELS);
        views.candidates = List.of(candidates);
        return views;
    }

    public static Views failure(String state, String error, String message, int attempts) {
        Views views = new Views(Situation.FAILURE);
        views.failure = new FailureFact(state, error, message, attempts);
        return views;
    }

    public Views budget(int decisionsLeft, int candidatesLeft) {
        budget = new BudgetLeft(decisionsLeft, candidatesLeft, 1_800, 2.5);
        return this;
    }

    public Views budget(BudgetLeft left) {
        budget = left;
        return this;
    }

    public Views validRows(long rows) {
        validRows = rows;
        return this;
    }

    public Views crossValidated(long rows, int count) {
        validRows = rows;
        folds = count;
        return this;
    }

    public Views findings(FindingFact... found) {
        findings = List.of(found);
        return this;
    }

    public Views champion(double value, double low, double high) {
        champion = new ChampionFact(
                3,
                Algorithm.XGBOOST,
                MetricName.ROC_AUC,
                new MetricValue(0.8, 0.7, 0.9),
                new MetricValue(value, low, high));
        return this;
    }

    public Views decisions(PastDecision... past) {
        decisions = List.of(past);
        return this;
    }

    public Views answers(HumanAnswer... given) {
        answers = List.of(given);
        return this;
    }

    public RunView view() {
        return new RunView(
                1,
                situation,
                "churn",
                budget,
                new DataFacts(
                        10_000,
                        12,
                        0,
                        6_000,
                        validRows,
                        2_000,
                        11,
                        2,
                        0.3,
                        Task.BINARY,
                        MetricName.ROC_AUC,
                        verdict,
                        folds),
                findings,
                candidates,
                champion,
                decisions,
                answers,
                failure,
                List.of());
    }

    public static CandidateFact candidate(String id, Algorithm algorithm, double value, double train) {
        return candidate(id, algorithm, value, train, true, Map.of());
    }

    public static CandidateFact candidate(
            String id,
            Algorithm algorithm,
            double value,
            double train,
            boolean stoppedEarly,
            Map<String, Double> correlations) {
        boolean boosted = algorithm == Algorithm.XGBOOST || algorithm == Algorithm.LIGHTGBM;
        return new CandidateFact(
                id,
                algorithm,
                boosted
                        ? new TreeMap<>(Map.of(Hyperparameter.ROUNDS, 500.0, Hyperparameter.LEARNING_RATE, 0.05))
                        : new TreeMap<>(),
                new MetricValue(value, value - 0.02, value + 0.02),
                train,
                0.02,
                new TreeMap<>(correlations),
                boosted ? 200 : 0,
                stoppedEarly);
    }

    public static CandidateFact baseline() {
        return new CandidateFact(
                "baseline",
                Algorithm.BASELINE,
                new TreeMap<>(),
                new MetricValue(0.5, 0.5, 0.5),
                0.5,
                0,
                new TreeMap<>(),
                0,
                false);
    }

    public static FindingFact error(FindingCode code, String column, Repair... repairs) {
        return new FindingFact(code, Severity.ERROR, new Untrusted(column), new TreeMap<>(), List.of(repairs));
    }
}
