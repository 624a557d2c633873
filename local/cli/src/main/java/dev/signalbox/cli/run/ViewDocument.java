package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Algorithm;
import dev.signalbox.contract.decision.CandidateFact;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.metric.MetricName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A `view.json` as a person writes it: what is not said has a sensible value, a number stands for a score
/// without an interval, a text for a column's name, and candidates may come in any order. What is said must
/// be right.
public final class ViewDocument {
    private static final String DEFAULTS = """
            {"version": 1, "pipeline": "case",
             "budget": {"decisions": 7, "candidates": 20, "seconds": 1800, "costUsd": 2.5},
             "data": {"rows": 10000, "columns": 12, "rejectedRows": 0, "trainRows": 6000, "validRows": 2000,
                      "holdoutRows": 2000, "features": 11, "classes": 2, "rarestClassShare": 0.3, "folds": 0},
             "findings": [], "candidates": [], "decisions": [], "answers": [], "memory": []}""";

    private ViewDocument() {}

    /// The view.
    ///
    /// Raises [InvalidInput] with the member that cannot be used.
    ///
    /// @param written the document; a JSON object
    /// @param facts found out from data; what the document says with a value goes before them; null for none
    public static RunView read(JsonNode written, @Nullable RunView facts) {
        if (!written.isObject()) {
            throw new InvalidInput("view.json is not a JSON object.", "docs/cli.md shows one.");
        }
        try {
            ObjectNode view = facts == null
                    ? (ObjectNode) ContractJson.LENIENT.readTree(DEFAULTS)
                    : ContractJson.LENIENT.<ObjectNode>valueToTree(facts);
            merge(view, (ObjectNode) written);
            complete(view);
            RunView read = ContractJson.LENIENT.treeToValue(view, RunView.class);
            return inOrder(read, view);
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "view.json does not describe a view: " + e.getOriginalMessage() + ".",
                    "docs/cli.md lists the members.",
                    e);
        }
    }

    /// Members of the second over those of the first; an empty list and null say nothing.
    private static void merge(ObjectNode into, ObjectNode said) {
        said.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean silent = value.isNull() || (value.isArray() && value.isEmpty());
            if (value.isObject() && into.path(member.getKey()).isObject()) {
                merge((ObjectNode) into.get(member.getKey()), (ObjectNode) value);
            } else if (!silent) {
                into.set(member.getKey(), value.deepCopy());
            }
        });
    }

    private static void complete(ObjectNode view) {
        boolean failed = view.path("failure").isObject();
        boolean compared = !view.path("candidates").isEmpty();
        orElse(view, "situation", failed ? "failure" : compared ? "models" : "data");
        String situation = view.path("situation").asText();
        ObjectNode data = object(view, "data");
        orElse(data, "verdict", situation.equals("data") ? "repairable" : "usable");
        orElse(data, "metric", metric(data, view));
        for (ObjectNode finding : objects(view, "findings")) {
            orElse(finding, "severity", situation.equals("data") ? "error" : "warning");
            finding.set("column", untrusted(finding.path("column")));
            orEmpty(finding, "evidence");
        }
        for (ObjectNode candidate : objects(view, "candidates")) {
            completeCandidate(candidate);
        }
        if (view.path("champion").isObject()) {
            completeChampion((ObjectNode) view.get("champion"), data.path("metric"));
        }
        numbered(view, "decisions", "decisionId", "d");
        numbered(view, "memory", "runId", "run-");
        for (ObjectNode answer : objects(view, "answers")) {
            orElse(answer, "subject", "promotion");
            orElse(answer, "actionDigest", "0".repeat(64));
            orElse(answer, "by", "somebody");
        }
    }

    private static String metric(ObjectNode data, ObjectNode view) {
        JsonNode ofChampion = view.at("/champion/metric");
        return ofChampion.isTextual()
                ? ofChampion.asText()
                : switch (data.path("task").asText("binary")) {
                    case "multiclass" -> MetricName.LOG_LOSS.id();
                    case "regression" -> MetricName.RMSE.id();
                    default -> MetricName.ROC_AUC.id();
                };
    }

    private static void completeCandidate(ObjectNode candidate) {
        String id = candidate.path("candidateId").asText("");
        for (Algorithm algorithm : Algorithm.values()) {
            if (id.toLowerCase(Locale.ROOT).contains(algorithm.id())) {
                orElse(candidate, "algorithm", algorithm.id());
            }
        }
        candidate.set("score", score(candidate.path("score")));
        if (!candidate.hasNonNull("trainScore")) {
            candidate.set("trainScore", candidate.path("score").path("value").deepCopy());
        }
        orEmpty(candidate, "parameters");
        orEmpty(candidate, "correlations");
        if (!candidate.has("stoppedEarly")) {
            candidate.put("stoppedEarly", true);
        }
    }

    private static void completeChampion(ObjectNode champion, JsonNode metric) {
        orElse(champion, "version", 1);
        orElse(champion, "algorithm", Algorithm.LIGHTGBM.id());
        orElse(champion, "metric", metric.asText());
        champion.set("validScore", score(champion.path("validScore")));
        champion.set(
                "holdoutScore",
                score(champion.path(champion.hasNonNull("holdoutScore") ? "holdoutScore" : "validScore")));
    }

    /// A number is a score whose interval is not known.
    private static JsonNode score(JsonNode said) {
        if (said.isNumber()) {
            ObjectNode point = ContractJson.LENIENT.createObjectNode();
            point.set("value", said);
            point.set("low", said);
            point.set("high", said);
            return point;
        }
        if (said.isObject()) {
            ObjectNode score = said.deepCopy();
            score.putIfAbsent("low", score.path("value"));
            score.putIfAbsent("high", score.path("value"));
            return score;
        }
        return ContractJson.LENIENT.nullNode();
    }

    private static JsonNode untrusted(JsonNode column) {
        return column.isTextual()
                ? ContractJson.LENIENT.createObjectNode().set("text", column)
                : column.isObject() ? column : ContractJson.LENIENT.nullNode();
    }

    private static void numbered(ObjectNode view, String list, String member, String prefix) {
        int number = 1;
        for (ObjectNode one : objects(view, list)) {
            orElse(one, member, prefix + number++);
        }
    }

    private static List<ObjectNode> objects(ObjectNode view, String list) {
        List<ObjectNode> found = new ArrayList<>();
        if (view.get(list) instanceof ArrayNode all) {
            all.forEach(one -> {
                if (one instanceof ObjectNode object) {
                    found.add(object);
                }
            });
        }
        return found;
    }

    private static ObjectNode object(ObjectNode view, String member) {
        return view.get(member) instanceof ObjectNode object ? object : view.putObject(member);
    }

    private static void orEmpty(ObjectNode object, String member) {
        if (!object.hasNonNull(member)) {
            object.putObject(member);
        }
    }

    private static void orElse(ObjectNode object, String member, Object value) {
        if (!object.hasNonNull(member)) {
            object.set(member, ContractJson.LENIENT.valueToTree(value));
        }
    }

    private static RunView inOrder(RunView read, ObjectNode tree) throws JsonProcessingException {
        MetricName metric = read.data().metric();
        if (metric == null) {
            return read;
        }
        Comparator<CandidateFact> bestFirst = Comparator.comparingDouble(
                candidate -> metric.gain(0, candidate.score().value()));
        tree.set(
                "candidates",
                ContractJson.LENIENT.valueToTree(
                        read.candidates().stream().sorted(bestFirst).toList()));
        return ContractJson.LENIENT.treeToValue(tree, RunView.class);
    }
}
