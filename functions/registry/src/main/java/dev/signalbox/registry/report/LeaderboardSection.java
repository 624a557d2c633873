package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The candidates side by side, each with its interval.
final class LeaderboardSection {
    private static final int MOST = 25;

    private LeaderboardSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        Evaluation evaluation = story.evaluation();
        if (evaluation == null) {
            return;
        }
        MetricName metric = evaluation.metric();
        List<CandidateEvaluation> shown = evaluation.candidates().stream()
                .filter(candidate -> candidate.metrics().get(metric) != null)
                .limit(MOST)
                .toList();
        Range range = Range.of(shown, metric, evaluation.champion());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CandidateEvaluation candidate : shown) {
            rows.add(row(candidate, metric, range, candidate.equals(story.chosen())));
        }
        Map<String, Object> board = new LinkedHashMap<>();
        board.put("metric", Text.name(metric));
        board.put("meaning", Text.meaning(metric));
        board.put("validRows", Text.compared(evaluation));
        board.put("rows", rows);
        board.put("more", evaluation.candidates().size() - shown.size());
        board.put("hasMore", evaluation.candidates().size() > shown.size());
        if (evaluation.champion() != null) {
            board.put("championRow", championRow(evaluation.champion(), range));
        }
        model.put("board", board);
    }

    private static Map<String, Object> row(
            CandidateEvaluation candidate, MetricName metric, Range range, boolean chosen) {
        MetricValue score = Objects.requireNonNull(candidate.metrics().get(metric));
        Map<String, Object> row = new LinkedHashMap<>(range.bar(score));
        row.put("candidate", candidate.candidateId());
        row.put("algorithm", Text.name(candidate.algorithm()));
        row.put("train", Text.score(candidate.trainScore()));
        row.put("rounds", candidate.rounds() == 0 ? "" : rounds(candidate));
        row.put("chosen", chosen);
        return row;
    }

    private static String rounds(CandidateEvaluation candidate) {
        return Text.count(candidate.rounds(), "round") + (candidate.stoppedEarly() ? ", stopped early" : "");
    }

    private static Map<String, Object> championRow(MetricValue score, Range range) {
        return new LinkedHashMap<>(range.bar(score));
    }

    /// What the bars are drawn over.
    ///
    /// @param low left end
    /// @param high right end
    private record Range(double low, double high) {
        static Range of(List<CandidateEvaluation> shown, MetricName metric, @Nullable MetricValue champion) {
            double low = champion == null ? Double.MAX_VALUE : champion.low();
            double high = champion == null ? -Double.MAX_VALUE : champion.high();
            for (CandidateEvaluation candidate : shown) {
                MetricValue score = Objects.requireNonNull(candidate.metrics().get(metric));
                low = Math.min(low, Math.min(score.low(), score.value()));
                high = Math.max(high, Math.max(score.high(), score.value()));
            }
            return high > low ? new Range(low, high) : new Range(low - 1, low + 1);
        }

        Map<String, Object> bar(MetricValue score) {
            double start = percent(score.low());
            return Map.of(
                    "value",
                    Text.score(score.value()),
                    "interval",
                    Text.interval(score),
                    "start",
                    css(start),
                    "length",
                    css(Math.max(0.6, percent(score.high()) - start)),
                    "dot",
                    css(percent(score.value())));
        }

        private double percent(double value) {
            return Math.max(0, Math.min(100, (value - low) / (high - low) * 100));
        }

        private static String css(double percent) {
            return Math.round(percent * 10) / 10.0 + "%";
        }
    }
}
