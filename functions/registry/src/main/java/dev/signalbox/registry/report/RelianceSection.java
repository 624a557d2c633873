package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.evaluation.FeatureImportance;
import dev.signalbox.contract.evaluation.SegmentScore;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.registry.chart.Axis;
import dev.signalbox.registry.chart.Chart;
import dev.signalbox.registry.chart.Mark;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the model relies on, and where it is weakest.
final class RelianceSection {
    private static final int MOST_FEATURES = 15;
    private static final int MOST_SEGMENTS = 8;

    private RelianceSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        EvaluationDetail valid = story.validDetail();
        EvaluationDetail holdout = story.holdoutDetail();
        boolean isValid =
                valid != null && (holdout == null || !valid.importance().isEmpty());
        EvaluationDetail features = isValid ? valid : holdout;
        EvaluationDetail segments = holdout != null && !holdout.segments().isEmpty() ? holdout : valid;
        if (story.evaluation() == null || features == null) {
            return;
        }
        MetricName metric = story.evaluation().metric();
        Map<String, Object> reliance = new LinkedHashMap<>();
        if (!features.importance().isEmpty()) {
            reliance.put("importance", importance(features.importance(), metric));
        }
        if (segments != null && !segments.segments().isEmpty()) {
            reliance.put("segments", segments(segments.segments()));
            reliance.put("segmentRows", segments.equals(holdout) ? "holdout" : "validation");
            reliance.put("segmentMetric", Text.name(metric));
        }
        if (!reliance.isEmpty()) {
            model.put("reliance", reliance);
        }
    }

    private static Map<String, String> importance(List<FeatureImportance> all, MetricName metric) {
        List<FeatureImportance> shown =
                all.subList(0, Math.min(MOST_FEATURES, all.size())).reversed();
        double low = 0;
        double high = 0;
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            FeatureImportance feature = shown.get(i);
            low = Math.min(low, feature.low());
            high = Math.max(high, feature.high());
            marks.add(new Mark.Interval(i + 0.5, feature.low(), feature.mean(), feature.high(), "s1"));
        }
        Chart chart = new Chart(
                "importance",
                "What the model relies on",
                "Loss of " + Text.name(metric) + " when a column is shuffled, most important first.",
                Axis.Numbers.covering("Loss of " + Text.name(metric) + " when shuffled", low, high),
                new Axis.Names(
                        "", shown.stream().map(FeatureImportance::feature).toList()),
                marks,
                720,
                70 + 24 * shown.size());
        return Figure.of(
                chart,
                "How much worse the model becomes when one column is shuffled. The bar spans the repeats; near 0 the"
                        + " model does without. This says what the model uses, not what causes the target.",
                false);
    }

    private static List<Map<String, String>> segments(List<SegmentScore> all) {
        return all.stream()
                .limit(MOST_SEGMENTS)
                .map(segment -> Map.of(
                        "column", segment.column(),
                        "segment", segment.value(),
                        "rows", Text.count(segment.rows()),
                        "score", Text.score(segment.score().value()),
                        "interval", Text.interval(segment.score())))
                .toList();
    }
}
