package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.registry.chart.Axis;
import dev.signalbox.registry.chart.Chart;
import dev.signalbox.registry.chart.Mark;
import dev.signalbox.registry.chart.XY;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Confusion of classes, and how training went.
final class TableCharts {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 320;
    private static final int MOST_CLASSES = 12;

    private TableCharts() {}

    static Optional<Map<String, String>> confusion(
            @Nullable EvaluationDetail detail, List<String> classes, String where) {
        if (detail == null || detail.confusion().isEmpty() || classes.size() > MOST_CLASSES) {
            return Optional.empty();
        }
        List<Mark> cells = new ArrayList<>();
        int size = detail.confusion().size();
        for (int actual = 0; actual < size; actual++) {
            List<Long> row = detail.confusion().get(actual);
            double total = row.stream().mapToLong(Long::longValue).sum();
            for (int predicted = 0; predicted < row.size(); predicted++) {
                long count = row.get(predicted);
                cells.add(
                        new Mark.Cell(predicted, size - 1 - actual, total == 0 ? 0 : count / total, Text.count(count)));
            }
        }
        Chart chart = new Chart(
                "confusion-" + where,
                "Confusion on " + where + " rows",
                "Rows by actual class (down) and predicted class (across); the diagonal is right.",
                new Axis.Names("Predicted class", classes),
                new Axis.Names("Actual class", classes.reversed()),
                cells,
                WIDTH,
                HEIGHT);
        return Optional.of(
                Figure.of(chart, "Rows by what they are and what was predicted; the diagonal is right.", false));
    }

    static Optional<Map<String, String>> learning(@Nullable EvaluationDetail detail) {
        if (detail == null || detail.validCurve().size() < 2) {
            return Optional.empty();
        }
        List<CurvePoint> all = Stream.concat(detail.trainCurve().stream(), detail.validCurve().stream())
                .toList();
        double last = all.stream().mapToDouble(CurvePoint::x).max().orElse(1);
        double low = all.stream().mapToDouble(CurvePoint::y).min().orElse(0);
        double high = all.stream().mapToDouble(CurvePoint::y).max().orElse(1);
        Chart chart = new Chart(
                "learning",
                "How training went",
                "Loss on training and on validation rows by round of boosting.",
                new Axis.Numbers("Round", 0, last),
                Axis.Numbers.covering("Loss", low, high),
                List.of(new Mark.Line(xy(detail.trainCurve()), "ref"), new Mark.Line(xy(detail.validCurve()), "s1")),
                WIDTH,
                HEIGHT);
        return Optional.of(Figure.of(
                chart,
                "Loss by round: solid on validation rows, dashed on training rows. Where solid stops falling, more"
                        + " rounds only memorise.",
                false));
    }

    private static List<XY> xy(List<CurvePoint> points) {
        return points.stream().map(point -> new XY(point.x(), point.y())).toList();
    }
}
