package dev.signalbox.registry.report;

import dev.signalbox.contract.artifact.FoldsRef;
import dev.signalbox.contract.artifact.PreparedRef;
import dev.signalbox.contract.finding.Finding;
import dev.signalbox.contract.stage.RowCounts;
import dev.signalbox.registry.words.ActionText;
import dev.signalbox.registry.words.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the rows went, and what was noticed about the data.
final class FindingsSection {
    private static final int MOST = 40;

    private FindingsSection() {}

    static void addTo(Map<String, Object> model, Story story) {
        RowCounts rows = story.request().rows();
        if (rows != null) {
            model.put("rows", rows(rows, story));
        }
        List<Finding> shown =
                story.findings().subList(0, Math.min(MOST, story.findings().size()));
        model.put("findings", shown.stream().map(FindingsSection::finding).toList());
        model.put("hasFindings", !shown.isEmpty());
        model.put("noFindings", shown.isEmpty() && story.profile() != null);
        model.put("moreFindings", story.findings().size() - shown.size());
        model.put("hasMoreFindings", story.findings().size() > shown.size());
        var failure = story.request().failure();
        if (failure != null) {
            model.put(
                    "failure",
                    Map.of(
                            "state", failure.state(),
                            "error", failure.error().substring(failure.error().lastIndexOf('.') + 1),
                            "message", failure.message().replace("\nHint: ", " ")));
        }
    }

    private static Map<String, Object> rows(RowCounts rows, Story story) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("in", Text.count(rows.in()));
        item.put("out", Text.count(rows.out()));
        item.put("rejected", Text.count(rows.rejected()));
        item.put("share", Text.percent(rows.in() == 0 ? 0 : (double) rows.rejected() / rows.in()));
        var prepared = story.request().prepared();
        if (prepared != null) {
            item.put("split", split(prepared));
        }
        return item;
    }

    private static List<Map<String, String>> split(PreparedRef prepared) {
        List<Map<String, String>> parts = new ArrayList<>();
        FoldsRef folds = prepared.folds();
        if (folds == null) {
            parts.add(part("Training", prepared.trainRows(), "models learn from these"));
            parts.add(part("Validation", prepared.validRows(), "candidates are compared on these"));
        } else {
            parts.add(part("Training", prepared.trainRows(), "the final models learn from these"));
            parts.add(part(
                    "Cross-validation",
                    prepared.validRows(),
                    "of these, in " + folds.count() + " folds, each predicted by models that did not see it"));
        }
        parts.add(part("Holdout", prepared.holdoutRows(), "opened once, by the gate"));
        if (prepared.unlabelledRows() > 0) {
            parts.add(part("Without a target", prepared.unlabelledRows(), "left out: nothing to learn or to check"));
        }
        return parts;
    }

    private static Map<String, String> part(String name, long rows, String use) {
        return Map.of("part", name, "partRows", Text.count(rows), "use", use);
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("severity", finding.severity().id());
        item.put(
                "tone",
                switch (finding.severity()) {
                    case ERROR -> "bad";
                    case WARNING -> "warn";
                    case INFO -> "info";
                });
        item.put("code", finding.code().id().replace('_', ' '));
        item.put("column", finding.column() == null ? "" : finding.column());
        item.put("message", finding.message());
        item.put(
                "numbers",
                finding.evidence().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Text.number(entry.getValue()))
                        .collect(Collectors.joining(" · ")));
        item.put(
                "cure",
                finding.repairs().isEmpty()
                        ? ""
                        : ActionText.of(finding.repairs().getFirst()));
        return item;
    }
}
