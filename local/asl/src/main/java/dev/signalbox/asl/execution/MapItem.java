package dev.signalbox.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// `$states.context.Map.Item` of an iteration. Its `Source` is always the state's own data: items from S3 are
/// not read here.
///
/// @param index from 0
/// @param key the name of the member, when the items are an object's; absent for an array
/// @param value the item
record MapItem(int index, @Nullable String key, JsonNode value) {

    private static final String SOURCE = "STATE_DATA";

    ObjectNode toJson() {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("Index", index);
        if (key != null) {
            item.put("Key", key);
        }
        item.set("Value", value);
        item.put("Source", SOURCE);
        return item;
    }

    static MapItem fromJson(JsonNode item) {
        JsonNode key = item.get("Key");
        return new MapItem(item.get("Index").intValue(), key == null ? null : key.textValue(), item.get("Value"));
    }
}
