package dev.signalbox.registry.report;

import dev.signalbox.contract.ledger.LedgerEntry;
import dev.signalbox.contract.ledger.LedgerEvent;
import dev.signalbox.registry.words.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The way through the state machine, with times.
final class PathSection {
    private PathSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        List<Step> steps = new ArrayList<>();
        for (LedgerEntry entry : story.entries()) {
            long at = Duration.between(story.manifest().startedAt(), entry.at()).toMillis();
            add(steps, entry.event(), Math.max(0, at));
        }
        if (steps.isEmpty()) {
            return;
        }
        double usd = cost(story);
        if (usd > 0) {
            model.put("pathCost", String.format(Locale.ROOT, "%.4f", usd));
        }
        double end = Math.max(1, steps.stream().mapToLong(Step::endMillis).max().orElse(1));
        model.put("path", steps.stream().map(step -> row(step, end)).toList());
    }

    /// What the functions took on AWS by memory and time; 0 on a laptop.
    private static double cost(Story story) {
        return story.entries().stream()
                .map(LedgerEntry::event)
                .filter(LedgerEvent.StageFinished.class::isInstance)
                .map(LedgerEvent.StageFinished.class::cast)
                .mapToDouble(LedgerEvent.StageFinished::costUsd)
                .sum();
    }

    private static void add(List<Step> steps, LedgerEvent event, long at) {
        switch (event) {
            case LedgerEvent.StageFinished done -> {
                Step step = new Step(
                        title(done.stage()), "", 1, Math.max(0, at - done.durationMillis()), at, done.cached(), false);
                if (!steps.isEmpty() && steps.getLast().isSameStage(step)) {
                    steps.set(steps.size() - 1, steps.getLast().joined(step));
                } else {
                    steps.add(step);
                }
            }
            case LedgerEvent.StageFailed failed ->
                steps.add(new Step(title(failed.stage()), simple(failed.error()), 1, at, at, false, true));
            case LedgerEvent.HoldoutOpened opened ->
                steps.add(new Step("Holdout opened", "for " + opened.candidateId(), 1, at, at, false, false));
            case LedgerEvent.ApprovalRequested _ ->
                steps.add(new Step("A person was asked", "", 1, at, at, false, false));
            case LedgerEvent.ApprovalAnswered answer ->
                steps.add(new Step(
                        answer.approved() ? "Approved" : "Denied", "by " + answer.by(), 1, at, at, false, false));
            case LedgerEvent.ChampionMoved moved ->
                steps.add(new Step("Champion moved", "to version " + moved.toVersion(), 1, at, at, false, false));
            case LedgerEvent.RunStarted _,
                    LedgerEvent.DecisionMade _,
                    LedgerEvent.AgentHalted _,
                    LedgerEvent.AgentReleased _,
                    LedgerEvent.RunEnded _,
                    LedgerEvent.ModelsCompared _ -> {}
        }
    }

    private static Map<String, Object> row(Step step, double end) {
        double start = Math.min(99.2, step.startMillis() / end * 100);
        double length = Math.max(0.8, (step.endMillis() - step.startMillis()) / end * 100);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("step", step.title());
        row.put("stepNote", step.calls() > 1 ? Text.count(step.calls()) + " calls" : step.note());
        row.put("cached", step.cached());
        row.put("failed", step.failed());
        row.put("at", Text.duration(step.startMillis()));
        row.put("took", step.isMoment() ? "" : Text.duration(step.endMillis() - step.startMillis()));
        row.put("moment", step.isMoment());
        row.put("start", Math.round(start * 10) / 10.0 + "%");
        row.put("length", Math.round(Math.min(100 - start, length) * 10) / 10.0 + "%");
        return row;
    }

    private static String title(String stage) {
        return stage.equals("awaitapproval")
                ? "Await approval"
                : stage.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + stage.substring(1);
    }

    private static String simple(String error) {
        return "failed: " + error.substring(error.lastIndexOf('.') + 1);
    }

    /// One line of the path: calls of one stage that follow each other, or a moment.
    ///
    /// @param startMillis since the start of the run
    /// @param endMillis likewise; equal for a moment
    private record Step(
            String title, String note, int calls, long startMillis, long endMillis, boolean cached, boolean failed) {
        boolean isSameStage(Step other) {
            return title.equals(other.title) && !failed && !other.failed;
        }

        Step joined(Step other) {
            return new Step(
                    title,
                    note,
                    calls + other.calls,
                    Math.min(startMillis, other.startMillis),
                    Math.max(endMillis, other.endMillis),
                    cached && other.cached,
                    false);
        }

        boolean isMoment() {
            return startMillis == endMillis && (failed || title.contains(" ") || title.endsWith("ed"));
        }
    }
}
