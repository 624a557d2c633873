package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.evaluation.EvaluationDetail;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How good the chosen model is: every metric, and the plots of its task.
final class QualitySection {
    private QualitySection() {}

    static void addTo(Map<String, Object> model, Story story) {
        Evaluation evaluation = story.evaluation();
        CandidateEvaluation chosen = story.chosen();
        if (evaluation == null || chosen == null) {
            return;
        }
        Map<String, Object> quality = new LinkedHashMap<>();
        SortedMap<MetricName, MetricValue> holdout =
                story.gate() == null ? null : story.gate().challenger();
        quality.put("chosen", chosen.candidateId());
        quality.put("metrics", metrics(chosen.metrics(), holdout));
        quality.put("hasHoldout", holdout != null);
        quality.put("calibrated", chosen.calibrated());
        quality.put("charts", charts(story, evaluation));
        model.put("quality", quality);
    }

    private static List<Map<String, String>> metrics(
            SortedMap<MetricName, MetricValue> valid, @Nullable SortedMap<MetricName, MetricValue> holdout) {
        Map<MetricName, Map<String, String>> rows = new EnumMap<>(MetricName.class);
        valid.forEach((metric, value) -> {
            MetricValue unseen = holdout == null ? null : holdout.get(metric);
            rows.put(
                    metric,
                    Map.of(
                            "name",
                            Text.name(metric),
                            "meaning",
                            Text.meaning(metric),
                            "valid",
                            Text.score(value.value()),
                            "validInterval",
                            Text.interval(value),
                            "holdout",
                            unseen == null ? "–" : Text.score(unseen.value()),
                            "holdoutInterval",
                            unseen == null ? "" : Text.interval(unseen)));
        });
        return List.copyOf(rows.values());
    }

    private static List<Map<String, String>> charts(Story story, Evaluation evaluation) {
        EvaluationDetail valid = story.validDetail();
        EvaluationDetail holdout = story.holdoutDetail();
        List<Map<String, String>> charts = new ArrayList<>();
        ScoreCharts.roc(valid, holdout).ifPresent(charts::add);
        ScoreCharts.precisionRecall(valid, holdout).ifPresent(charts::add);
        ScoreCharts.residuals(valid, holdout).ifPresent(charts::add);
        ScoreCharts.calibration(valid, holdout).ifPresent(charts::add);
        TableCharts.confusion(valid, evaluation.classes(), "validation").ifPresent(charts::add);
        TableCharts.confusion(holdout, evaluation.classes(), "holdout").ifPresent(charts::add);
        TableCharts.learning(valid).ifPresent(charts::add);
        return charts;
    }
}
