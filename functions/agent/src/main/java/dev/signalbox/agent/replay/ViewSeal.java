package dev.signalbox.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contract.decision.RunView;
import dev.signalbox.runtime.Digests;
import java.util.LinkedHashMap;
import java.util.Map;

/// A short digest of each value of a view, so that a value that is changed afterwards can be named: the
/// digest of the whole view only says that something was.
///
/// Limitations: eight hexadecimal digits a value tell an accident or a careless hand; whether anything was
/// changed is the whole view's SHA-256 to say.
public final class ViewSeal {
    private static final int DIGITS = 8;

    private ViewSeal() {}

    /// The seal of a view: the digits of all its values, one after the other.
    public static String of(RunView view) {
        return String.join("", digests(RecordedJson.tree(view)).values());
    }

    /// The first value that is not the one that was sealed: its pointer and the value that is there now.
    /// Empty where all are.
    static Map<String, JsonNode> firstBroken(String seal, JsonNode view) {
        int at = 0;
        Map<String, JsonNode> leaves = leaves(view);
        for (Map.Entry<String, String> digest : digests(view).entrySet()) {
            if (!seal.startsWith(digest.getValue(), at)) {
                return Map.of(digest.getKey(), leaves.get(digest.getKey()));
            }
            at += DIGITS;
        }
        return at == seal.length() ? Map.of() : Map.of("", view);
    }

    private static Map<String, String> digests(JsonNode view) {
        Map<String, String> digests = new LinkedHashMap<>();
        leaves(view)
                .forEach((pointer, value) -> digests.put(
                        pointer, Digests.sha256(pointer + "=" + value).substring(0, DIGITS)));
        return digests;
    }

    private static Map<String, JsonNode> leaves(JsonNode view) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", view, leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isEmpty()) {
            leaves.put(pointer, node);
        }
        node.fieldNames().forEachRemaining(name -> collect(JsonDiff.member(pointer, name), node.path(name), leaves));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(pointer + "/" + i, node.get(i), leaves);
        }
    }
}
