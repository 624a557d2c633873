package dev.signalbox.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contract.ContractJson;
import dev.signalbox.contract.action.Action;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.runtime.Digests;

/// A `view.json` for guardrails as a person writes it: what is not said has a sensible value, a candidate
/// may be
/// its id alone, and an approval may name its action instead of the digest. What is said must be right.
final class GuardView {
    private static final String DEFAULTS = """
            {"version": 1, "pipeline": "case",
             "budget": {"decisions": 7, "candidates": 20, "seconds": 1800, "costUsd": 2.5},
             "data": {"rows": 10000, "columns": 12, "rejectedRows": 0, "trainRows": 6000, "validRows": 2000,
                      "holdoutRows": 2000, "features": 11, "classes": 2, "rarestClassShare": 0.3, "folds": 0,
                      "task": "binary", "metric": "roc_auc"}}""";
    private static final String CANDIDATE = """
            {"algorithm": "xgboost", "parameters": {}, "score": 0.8, "trainScore": 0.8, "calibrationError": 0,
             "correlations": {}, "rounds": 0, "stoppedEarly": true}""";
    private static final String CHAMPION =
            "{\"version\": 1, \"algorithm\": \"xgboost\", \"metric\": \"roc_auc\", \"holdoutScore\": 0.8}";

    private GuardView() {}

    /// The view.
    ///
    /// Raises [InvalidInput] when it is not an object, and Jackson's exceptions for members of another kind.
    static RunView read(JsonNode written) throws JsonProcessingException {
        if (!(written instanceof ObjectNode said)) {
            throw new InvalidInput("view.json is not a JSON object.", "docs/agent.md shows one.");
        }
        ObjectNode view = over(DEFAULTS, said);
        orElse(view, "situation", situation(view));
        ObjectNode data = (ObjectNode) view.get("data");
        orElse(data, "verdict", view.path("situation").asText().equals("data") ? "repairable" : "usable");
        each(view, "candidates", candidate -> score(over(CANDIDATE, named(candidate, "candidateId")), "score"));
        each(view, "findings", finding -> over("{\"severity\": \"error\", \"evidence\": {}}", untrusted(finding)));
        if (view.get("champion") instanceof ObjectNode champion) {
            view.set("champion", score(score(over(CHAMPION, champion), "holdoutScore"), "validScore"));
        }
        if (view.get("failure") instanceof ObjectNode failure) {
            view.set("failure", over("{\"error\": \"States.TaskFailed\", \"message\": \"\"}", failure));
        }
        number(view);
        if (view.get("controls") instanceof ObjectNode controls) {
            complete(controls, newest(view));
        }
        return ContractJson.LENIENT.treeToValue(view, RunView.class);
    }

    private static String situation(ObjectNode view) {
        return view.path("failure").isObject()
                ? "failure"
                : view.path("candidates").isEmpty() ? "data" : "models";
    }

    private static void number(ObjectNode view) throws JsonProcessingException {
        int[] number = {0};
        each(view, "decisions", past -> over("{\"decisionId\": \"d" + ++number[0] + "\"}", past));
    }

    private static String newest(ObjectNode view) {
        JsonNode decisions = view.path("decisions");
        return decisions.isEmpty()
                ? "d0"
                : decisions.get(decisions.size() - 1).path("decisionId").asText();
    }

    private static void complete(ObjectNode controls, String newest) throws JsonProcessingException {
        JsonNode halt = controls.path("halt");
        if (halt.isTextual()) {
            controls.putObject("halt")
                    .put("by", "an operator")
                    .putObject("reason")
                    .put("text", halt.asText());
        } else if (halt instanceof ObjectNode object) {
            orElse(object, "by", "an operator");
            if (!object.path("reason").isObject()) {
                object.putObject("reason").put("text", object.path("reason").asText());
            }
        }
        each(controls, "approvals", approval -> {
            ObjectNode whole = over("{\"subject\": \"" + newest + "\", \"by\": \"somebody\"}", (ObjectNode) approval);
            if (whole.has("action") && !whole.has("actionDigest")) {
                Action action = ContractJson.STRICT.treeToValue(whole.get("action"), Action.class);
                whole.put("actionDigest", Digests.ofRecord(action));
            }
            whole.remove("action");
            return whole;
        });
    }

    private static ObjectNode named(JsonNode one, String member) {
        return one.isTextual() ? ContractJson.LENIENT.createObjectNode().put(member, one.asText()) : (ObjectNode) one;
    }

    private static ObjectNode untrusted(JsonNode finding) {
        ObjectNode copy = finding.deepCopy();
        if (copy.path("column").isTextual()) {
            String name = copy.path("column").asText();
            copy.putObject("column").put("text", name);
        }
        return copy;
    }

    /// A number is a score whose interval is not known.
    private static ObjectNode score(ObjectNode owner, String member) {
        JsonNode said = owner.path(member);
        if (said.isNumber()) {
            owner.putObject(member).set("value", said);
        }
        if (owner.get(member) instanceof ObjectNode score) {
            score.putIfAbsent("low", score.path("value"));
            score.putIfAbsent("high", score.path("value"));
        }
        return owner;
    }

    private interface Completion {
        JsonNode of(JsonNode one) throws JsonProcessingException;
    }

    private static void each(ObjectNode owner, String list, Completion completion) throws JsonProcessingException {
        if (owner.get(list) instanceof ArrayNode all) {
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).isObject() && !all.get(i).isTextual()) {
                    throw new InvalidInput(list + " of view.json holds something else than objects.", "Correct it.");
                }
                all.set(i, completion.of(all.get(i)));
            }
        }
    }

    /// What is said, over defaults.
    private static ObjectNode over(String defaults, JsonNode said) throws JsonProcessingException {
        if (!(said instanceof ObjectNode object)) {
            throw new InvalidInput("A text stands in view.json where an object is expected.", "Correct it.");
        }
        ObjectNode whole = (ObjectNode) ContractJson.LENIENT.readTree(defaults);
        object.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode part && whole.get(member.getKey()) instanceof ObjectNode into) {
                into.setAll(part);
            } else {
                whole.set(member.getKey(), member.getValue());
            }
        });
        return whole;
    }

    private static void orElse(ObjectNode object, String member, String value) {
        if (!object.hasNonNull(member)) {
            object.put(member, value);
        }
    }
}
