package dev.signalbox.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structural difference of two JSON documents, value by value, in the order of the recorded one.
/// Members and elements that only one of them has are one difference each, whatever is in them.
public final class JsonDiff {
    private final String document;
    private final List<Difference> differences = new ArrayList<>();

    private JsonDiff(String document) {
        this.document = document;
    }

    /// What differs; empty where the documents are equal.
    ///
    /// @param document its name, for the differences
    public static List<Difference> between(String document, JsonNode recorded, JsonNode now) {
        JsonDiff diff = new JsonDiff(document);
        diff.compare("", recorded, now);
        return List.copyOf(diff.differences);
    }

    private void compare(String pointer, @Nullable JsonNode recorded, @Nullable JsonNode now) {
        if (recorded != null && now != null && recorded.isObject() && now.isObject()) {
            recorded.fieldNames()
                    .forEachRemaining(name -> compare(member(pointer, name), recorded.get(name), now.get(name)));
            now.fieldNames().forEachRemaining(name -> {
                if (!recorded.has(name)) {
                    compare(member(pointer, name), null, now.get(name));
                }
            });
        } else if (recorded != null && now != null && recorded.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), now.size()); i++) {
                compare(pointer + "/" + i, recorded.get(i), now.get(i));
            }
        } else if (recorded == null || !recorded.equals(now)) {
            differences.add(Difference.of(document, pointer, recorded, now));
        }
    }

    /// A member's pointer. Source: RFC 6901, section 3: `~` is written `~0` and `/` is written `~1`.
    static String member(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
