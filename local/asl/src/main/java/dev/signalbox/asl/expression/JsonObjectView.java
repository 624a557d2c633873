package dev.signalbox.asl.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A JSON object as JSONata wants it, without copying: a payload of 256 KiB costs nothing until an
/// expression looks into it.
final class JsonObjectView extends AbstractMap<String, Object> {
    private final ObjectNode node;

    JsonObjectView(ObjectNode node) {
        this.node = node;
    }

    ObjectNode node() {
        return node;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        JsonNode value = key instanceof String name ? node.get(name) : null;
        return value == null ? null : JsonValues.toJava(value);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && node.has(name);
    }

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return new EntryIterator(node.properties().iterator());
            }

            @Override
            public int size() {
                return node.size();
            }
        };
    }

    /// Entries in document order, each value converted when it is reached.
    private record EntryIterator(Iterator<Map.Entry<String, JsonNode>> source)
            implements Iterator<Map.Entry<String, Object>> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Map.Entry<String, Object> next() {
            Map.Entry<String, JsonNode> entry = source.next();
            return Map.entry(entry.getKey(), JsonValues.toJava(entry.getValue()));
        }
    }
}
