package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.registry.words.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The handful of numbers that most readers want.
final class FigureCards {
    private FigureCards() {}

    static void addTo(Map<String, Object> model, Story story) {
        List<Map<String, String>> cards = new ArrayList<>();
        score(story, cards);
        champion(story, cards);
        RowCounts rows = story.request().rows();
        if (rows != null) {
            cards.add(card("Rows read", Text.count(rows.in()), Text.count(rows.rejected()) + " set aside"));
        }
        Evaluation evaluation = story.evaluation();
        if (evaluation != null) {
            cards.add(card(
                    "Models compared", Text.count(evaluation.candidates().size()), "on " + Text.compared(evaluation)));
        }
        if (!story.decisions().isEmpty()) {
            cards.add(card("Decisions", Text.count(story.decisions().size()), "each ruled on by guardrails"));
        }
        if (!story.entries().isEmpty()) {
            Duration took = Duration.between(
                    story.manifest().startedAt(), story.entries().getLast().at());
            cards.add(card("Time", Text.duration(Math.max(0, took.toMillis())), "from start to report"));
        }
        model.put("cards", cards);
    }

    private static void score(Story story, List<Map<String, String>> cards) {
        GateReport gate = story.gate();
        CandidateEvaluation chosen = story.chosen();
        Evaluation evaluation = story.evaluation();
        if (gate != null && gate.challenger().get(gate.metric()) != null) {
            cards.add(score(gate.metric(), gate.challenger().get(gate.metric()), "on the holdout"));
        } else if (chosen != null && evaluation != null && chosen.metrics().get(evaluation.metric()) != null) {
            cards.add(score(evaluation.metric(), chosen.metrics().get(evaluation.metric()), "on validation rows"));
        }
    }

    private static Map<String, String> score(MetricName metric, @Nullable MetricValue value, String where) {
        return value == null
                ? card(Text.name(metric), "–", where)
                : card(Text.name(metric) + " " + where, Text.score(value.value()), "interval " + Text.interval(value));
    }

    private static void champion(Story story, List<Map<String, String>> cards) {
        GateReport gate = story.gate();
        if (gate == null || gate.champion() == null || gate.champion().get(gate.metric()) == null) {
            return;
        }
        MetricValue old = gate.champion().get(gate.metric());
        cards.add(card(
                "Champion, version " + gate.championVersion(),
                old == null ? "–" : Text.score(old.value()),
                "on the same holdout rows"));
    }

    private static Map<String, String> card(String label, String value, String note) {
        return Map.of("label", label, "value", value, "note", note);
    }
}
