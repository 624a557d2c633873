package dev.signalbox.asl.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A value in the definition and where it stands.
///
/// @param json the value; missing when there is none
/// @param pointer its JSON pointer (RFC 6901)
record Place(JsonNode json, String pointer) {

    static Place root(JsonNode definition) {
        return new Place(definition, "");
    }

    Place member(String name) {
        JsonNode child = json.get(name);
        String token = name.replace("~", "~0").replace("/", "~1");
        return new Place(child == null ? MissingNode.getInstance() : child, pointer + "/" + token);
    }

    Place item(int index) {
        JsonNode child = json.get(index);
        return new Place(child == null ? MissingNode.getInstance() : child, pointer + "/" + index);
    }

    boolean has(String name) {
        return json.has(name);
    }

    boolean present() {
        return !json.isMissingNode();
    }

    String text() {
        return json.isTextual() ? json.textValue() : "";
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            names.add(member.getKey());
        }
        return names;
    }

    /// The values below that are reached at once: members of an object or items of an array.
    List<Place> children() {
        List<Place> children = new ArrayList<>();
        if (json.isObject()) {
            names().forEach(name -> children.add(member(name)));
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            children.add(item(i));
        }
        return children;
    }
}
