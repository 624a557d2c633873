package dev.signalbox.registry.report;

import dev.signalbox.contract.evaluation.CandidateEvaluation;
import dev.signalbox.contract.evaluation.Evaluation;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.metric.MetricValue;
import dev.signalbox.contract.stage.GateReport;
import dev.signalbox.contract.stage.Outcome;
import dev.signalbox.registry.words.Text;
import java.util.Map;

/// What was decided and why, in one paragraph.
final class VerdictSection {
    private VerdictSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        Outcome outcome = story.request().outcome();
        model.put("pipeline", story.request().run().pipeline());
        model.put("runId", story.request().run().runId());
        model.put("startedAt", Text.time(story.manifest().startedAt()));
        model.put("badge", badge(outcome));
        model.put("tone", tone(outcome));
        model.put("headline", headline(story));
        model.put("verdict", verdict(story));
        model.put("reason", reason(story));
    }

    private static String badge(Outcome outcome) {
        return switch (outcome) {
            case PROMOTED -> "Promoted";
            case REJECTED -> "Rejected";
            case QUARANTINED -> "Quarantined";
            case DUPLICATE -> "Duplicate";
            case IGNORED -> "Ignored";
            case AWAITING_APPROVAL -> "Waiting for approval";
            case FAILED -> "Failed";
        };
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case PROMOTED -> "good";
            case REJECTED, AWAITING_APPROVAL, DUPLICATE, IGNORED -> "warn";
            case QUARANTINED, FAILED -> "bad";
        };
    }

    private static String headline(Story story) {
        String pipeline = story.request().run().pipeline();
        return switch (story.request().outcome()) {
            case PROMOTED -> "A new model for " + pipeline + " is in production";
            case REJECTED ->
                story.champion() == null
                        ? "No model for " + pipeline + " was good enough"
                        : "The model in production stays";
            case QUARANTINED -> "The data was set aside";
            case AWAITING_APPROVAL -> "A new model for " + pipeline + " waits for an answer";
            case DUPLICATE, IGNORED -> "There was nothing to do";
            case FAILED -> "The run failed";
        };
    }

    private static String verdict(Story story) {
        String read = story.request().rows() == null
                ? "The file " + story.manifest().source().fileName() + " could not be turned into a table. "
                : "From " + Text.count(story.request().rows().in(), "row") + " of "
                        + story.manifest().source().fileName() + ", " + compared(story);
        return switch (story.request().outcome()) {
            case PROMOTED -> read + judged(story);
            case REJECTED -> read + judged(story) + stays(story);
            case QUARANTINED ->
                read + "Nothing was learned from this data and the file itself was not changed." + stays(story);
            case AWAITING_APPROVAL -> read + judged(story) + " It is held until somebody answers." + stays(story);
            case DUPLICATE, IGNORED, FAILED -> read + stays(story).strip();
        };
    }

    private static String compared(Story story) {
        Evaluation evaluation = story.evaluation();
        CandidateEvaluation chosen = story.chosen();
        if (evaluation == null || chosen == null) {
            return Text.count(story.findings().size(), "finding")
                    + (story.findings().size() == 1 ? " was" : " were") + " recorded. ";
        }
        return Text.count(evaluation.candidates().size(), "candidate model") + " were compared on "
                + Text.compared(evaluation) + ". The best choice was "
                + chosen.candidateId() + " (" + lower(Text.name(chosen.algorithm())) + "). ";
    }

    private static String judged(Story story) {
        GateReport gate = story.gate();
        if (gate == null) {
            return story.evaluation() == null ? "" : "The holdout stayed closed.";
        }
        MetricName metric = gate.metric();
        MetricValue score = gate.challenger().get(metric);
        String unseen = "On " + Text.count(gate.rows(), "holdout row") + " that no model had seen, ";
        return score == null
                ? unseen + "it could not be scored."
                : unseen + "it scores " + Text.score(score.value()) + " in " + lower(Text.name(metric))
                        + "; with "
                        + Text.percent(story.manifest().config().gate().confidence())
                        + " confidence the true value is from " + Text.interval(score) + ".";
    }

    private static String stays(Story story) {
        return story.champion() == null
                ? " There is no model in production."
                : " Version " + story.champion().version() + " stays in production.";
    }

    private static String reason(Story story) {
        return story.request().reason();
    }

    /// A name inside a sentence: abbreviations keep their capitals.
    private static String lower(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
