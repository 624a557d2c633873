package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.CalibrationBin;
import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.registry.chart.Axis;
import dev.signalbox.registry.chart.Chart;
import dev.signalbox.registry.chart.Mark;
import dev.signalbox.registry.chart.XY;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plots of probabilities and predictions, on validation rows and on the holdout where that was opened.
final class ScoreCharts {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 320;
    private static final Mark DIAGONAL = new Mark.Line(List.of(new XY(0, 0), new XY(1, 1)), "ref");

    private ScoreCharts() {}

    static Optional<Map<String, String>> roc(@Nullable EvaluationDetail valid, @Nullable EvaluationDetail holdout) {
        return curves(
                valid,
                holdout,
                EvaluationDetail::roc,
                new Chart(
                        "roc",
                        "ROC curve",
                        "True positive rate against false positive rate for every threshold.",
                        unit("False positive rate"),
                        unit("True positive rate"),
                        List.of(DIAGONAL),
                        WIDTH,
                        HEIGHT),
                "The nearer to the upper left corner the better; the dashed line is guessing.");
    }

    static Optional<Map<String, String>> precisionRecall(
            @Nullable EvaluationDetail valid, @Nullable EvaluationDetail holdout) {
        return curves(
                valid,
                holdout,
                EvaluationDetail::precisionRecall,
                new Chart(
                        "pr",
                        "Precision and recall",
                        "Precision against recall for every threshold.",
                        unit("Recall: share of positives found"),
                        unit("Precision: share of hits that are right"),
                        List.of(),
                        WIDTH,
                        HEIGHT),
                "How many hits are right, the more of the positives one wants to find.");
    }

    static Optional<Map<String, String>> calibration(
            @Nullable EvaluationDetail valid, @Nullable EvaluationDetail holdout) {
        List<XY> first = bins(valid);
        List<XY> second = bins(holdout);
        if (first.isEmpty() && second.isEmpty()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>(List.of(DIAGONAL));
        Stream.of(new Mark.Line(first, "s1"), new Mark.Line(second, "s2")).forEach(marks::add);
        Stream.of(new Mark.Point(first, 3.5, "s1"), new Mark.Point(second, 3.5, "s2"))
                .forEach(marks::add);
        Chart chart = new Chart(
                "calibration",
                "Calibration",
                "Observed share against predicted probability, in bins of like prediction.",
                unit("Predicted probability"),
                unit("Observed share"),
                marks,
                WIDTH,
                HEIGHT);
        return Optional.of(Figure.of(
                chart,
                "Of rows predicted at 70%, seven in ten should be hits: points on the dashed line are honest.",
                !first.isEmpty() && !second.isEmpty()));
    }

    static Optional<Map<String, String>> residuals(
            @Nullable EvaluationDetail valid, @Nullable EvaluationDetail holdout) {
        List<XY> first = points(valid, EvaluationDetail::residuals);
        List<XY> second = points(holdout, EvaluationDetail::residuals);
        List<XY> all = Stream.concat(first.stream(), second.stream()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double low =
                all.stream().mapToDouble(at -> Math.min(at.x(), at.y())).min().orElse(0);
        double high =
                all.stream().mapToDouble(at -> Math.max(at.x(), at.y())).max().orElse(1);
        Chart chart = new Chart(
                "residuals",
                "Prediction and truth",
                "Actual value against predicted value, a dot a row.",
                Axis.Numbers.covering("Predicted", low, high),
                Axis.Numbers.covering("Actual", low, high),
                List.of(
                        new Mark.Line(List.of(new XY(low, low), new XY(high, high)), "ref"),
                        new Mark.Point(first, 2.5, "s1"),
                        new Mark.Point(second, 2.5, "s2")),
                WIDTH,
                HEIGHT);
        return Optional.of(Figure.of(
                chart,
                "A dot a row; on the dashed line the prediction is exact.",
                !first.isEmpty() && !second.isEmpty()));
    }

    private static Optional<Map<String, String>> curves(
            @Nullable EvaluationDetail valid,
            @Nullable EvaluationDetail holdout,
            Function<EvaluationDetail, List<CurvePoint>> curve,
            Chart frame,
            String caption) {
        List<XY> first = points(valid, curve);
        List<XY> second = points(holdout, curve);
        if (first.isEmpty() && second.isEmpty()) {
            return Optional.empty();
        }
        List<Mark> marks = new ArrayList<>(frame.marks());
        marks.add(new Mark.Line(first, "s1"));
        marks.add(new Mark.Line(second, "s2"));
        Chart chart =
                new Chart(frame.id(), frame.title(), frame.description(), frame.x(), frame.y(), marks, WIDTH, HEIGHT);
        return Optional.of(Figure.of(chart, caption, !first.isEmpty() && !second.isEmpty()));
    }

    private static List<XY> points(
            @Nullable EvaluationDetail detail, Function<EvaluationDetail, List<CurvePoint>> curve) {
        return detail == null
                ? List.of()
                : curve.apply(detail).stream()
                        .map(point -> new XY(point.x(), point.y()))
                        .toList();
    }

    private static List<XY> bins(@Nullable EvaluationDetail detail) {
        return detail == null
                ? List.of()
                : detail.calibration().stream()
                        .filter(bin -> bin.rows() > 0)
                        .map(ScoreCharts::place)
                        .toList();
    }

    private static XY place(CalibrationBin bin) {
        return new XY(bin.predicted(), bin.observed());
    }

    private static Axis unit(String label) {
        return new Axis.Numbers(label, 0, 1);
    }
}
