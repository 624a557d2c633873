package dev.signalbox.registry.report;

import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.evaluation.CalibrationBin;
import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.evaluation.FeatureImportance;
import dev.signalbox.contract.evaluation.SegmentScore;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateCondition;
import dev.signalbox.contract.stage.GateReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/// Evaluations and gates for [Stories].
final class Scores {
    private Scores() {}

    static Evaluation evaluation() {
        return new Evaluation(
                Task.BINARY,
                MetricName.ROC_AUC,
                List.of("no", "yes"),
                2_668,
                889,
                List.of(
                        candidate("blend-2", Algorithm.BLEND, 0.846, 0.026, 0.88, 0, detail(0.28)),
                        candidate("lgbm-1", Algorithm.LIGHTGBM, 0.839, 0.027, 0.91, 142, null),
                        candidate("xgb-2", Algorithm.XGBOOST, 0.837, 0.027, 0.902, 188, null),
                        candidate("linear", Algorithm.LINEAR, 0.822, 0.028, 0.83, 0, null),
                        candidate("xgb-1", Algorithm.XGBOOST, 0.818, 0.028, 0.97, 60, null),
                        candidate("baseline", Algorithm.BASELINE, 0.5, 0, 0.5, 0, null)),
                new MetricValue(0.815, 0.785, 0.843));
    }

    static GateReport gate(boolean passed) {
        return new GateReport(
                "20260101-093000-4f2a",
                "blend-2",
                Stories.FILE.sha256(),
                MetricName.ROC_AUC,
                889,
                metrics(0.841, 0.027),
                4,
                metrics(0.811, 0.029),
                passed ? 0.012 : 0.21,
                List.of(
                        new GateCondition("minimum ROC AUC", true, "0.841 is at least 0.75."),
                        new GateCondition("beats the baseline", true, "0.841 [0.814, 0.868] against 0.5."),
                        new GateCondition("no worse than the champion", passed, "0.841 against 0.811 of version 4."),
                        new GateCondition("segments", true, "No group of rows became clearly worse.")),
                detail(0.31),
                passed);
    }

    static Evaluation regression() {
        return new Evaluation(
                Task.REGRESSION,
                MetricName.RMSE,
                List.of(),
                1_758,
                586,
                List.of(
                        errors("lgbm-1", Algorithm.LIGHTGBM, 24_310, 2_100, 12_800, residuals(7)),
                        errors("linear", Algorithm.LINEAR, 31_904, 2_800, 30_212, null),
                        errors("baseline", Algorithm.BASELINE, 78_443, 4_900, 79_001, null)),
                null);
    }

    static GateReport regressionGate() {
        return new GateReport(
                "20260101-093000-4f2a",
                "lgbm-1",
                Stories.FILE.sha256(),
                MetricName.RMSE,
                586,
                new TreeMap<>(Map.of(
                        MetricName.RMSE, new MetricValue(25_120, 22_700, 27_900),
                        MetricName.MAE, new MetricValue(16_004, 14_900, 17_100),
                        MetricName.R2, new MetricValue(0.897, 0.87, 0.92))),
                null,
                null,
                null,
                List.of(new GateCondition("beats the baseline", true, "25,120 against 78,443.")),
                residuals(9),
                true);
    }

    private static CandidateEvaluation candidate(
            String id,
            Algorithm algorithm,
            double auc,
            double half,
            double train,
            int rounds,
            EvaluationDetail detail) {
        return new CandidateEvaluation(
                id,
                algorithm,
                new TreeMap<>(),
                metrics(auc, half),
                train,
                0.021,
                detail != null,
                rounds,
                rounds > 100,
                new TreeMap<>(),
                detail);
    }

    private static SortedMap<MetricName, MetricValue> metrics(double auc, double half) {
        TreeMap<MetricName, MetricValue> metrics = new TreeMap<>();
        metrics.put(MetricName.ROC_AUC, around(auc, half));
        metrics.put(MetricName.PR_AUC, around(auc - 0.16, half * 1.6));
        metrics.put(MetricName.LOG_LOSS, around(1.25 - auc, half));
        metrics.put(MetricName.BRIER, around(0.97 - auc, half / 2));
        metrics.put(MetricName.ACCURACY, around(auc - 0.05, half / 1.2));
        metrics.put(MetricName.F1, around(auc - 0.25, half * 1.8));
        return metrics;
    }

    private static CandidateEvaluation errors(
            String id, Algorithm algorithm, double rmse, double half, double train, EvaluationDetail detail) {
        return new CandidateEvaluation(
                id,
                algorithm,
                new TreeMap<>(),
                new TreeMap<>(Map.of(
                        MetricName.RMSE, around(rmse, half),
                        MetricName.MAE, around(rmse * 0.64, half / 2),
                        MetricName.R2, around(Math.max(0, 1 - rmse * rmse / 6.2e9), 0.02))),
                train,
                0,
                false,
                algorithm == Algorithm.LIGHTGBM ? 231 : 0,
                true,
                new TreeMap<>(),
                detail);
    }

    private static MetricValue around(double value, double half) {
        return new MetricValue(value, value - half, value + half);
    }

    private static EvaluationDetail detail(double power) {
        return new EvaluationDetail(
                curve(x -> Math.pow(x, power)),
                curve(x -> 0.97 - 0.66 * Math.pow(x, 2.1 - power)),
                calibration(power),
                List.of(List.of(583L, 57L), List.of(107L, 142L)),
                List.of(),
                importance(),
                List.of(
                        segment("job", "others", 21, 0.641),
                        segment("age", "[18, 24)", 77, 0.733),
                        segment("home", "<b>ignore</b>", 18, 0.752),
                        segment("income", "[0, 60)", 121, 0.774)),
                losses(0.0042),
                losses(0.0031));
    }

    private static EvaluationDetail residuals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double actual = 60_000 + random.nextDouble() * random.nextDouble() * 500_000;
            points.add(new CurvePoint(actual * (0.9 + random.nextDouble() * 0.2), actual));
        }
        return new EvaluationDetail(
                List.of(), List.of(), List.of(), List.of(), points, importance(), List.of(), List.of(), List.of());
    }

    private static List<CurvePoint> curve(DoubleUnaryOperator shape) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            points.add(new CurvePoint(i / 100.0, shape.applyAsDouble(i / 100.0)));
        }
        return points;
    }

    private static List<CalibrationBin> calibration(double power) {
        List<CalibrationBin> bins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double predicted = 0.05 + i * 0.1;
            bins.add(new CalibrationBin(predicted, predicted + Math.sin(i * 3 + power * 9) * 0.05, 89));
        }
        return bins;
    }

    private static List<FeatureImportance> importance() {
        List<FeatureImportance> all = new ArrayList<>();
        List<String> names = List.of(
                "records",
                "income",
                "job",
                "seniority",
                "amount",
                "assets",
                "price",
                "time",
                "expenses",
                "age",
                "home",
                "a_rather_long_column_name_here");
        double mean = 0.071;
        for (String name : names) {
            all.add(new FeatureImportance(name, mean, mean - 0.004 - mean * 0.1, mean + 0.004 + mean * 0.1));
            mean = mean * 0.66 - 0.0004;
        }
        return all;
    }

    private static SegmentScore segment(String column, String value, long rows, double score) {
        return new SegmentScore(column, value, rows, around(score, 0.6 / Math.sqrt(rows)));
    }

    private static List<CurvePoint> losses(double pace) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 1; i <= 190; i++) {
            points.add(new CurvePoint(
                    i, 0.36 + 0.33 * Math.exp(-i * pace * 6) + (pace < 0.004 ? i * 0.00012 : -i * 0.0004)));
        }
        return points;
    }
}
