package dev.signalbox.asl.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.AbstractList;
import java.util.RandomAccess;

/// A JSON array as JSONata wants it, without copying.
final class JsonArrayView extends AbstractList<Object> implements RandomAccess {
    private final ArrayNode node;

    JsonArrayView(ArrayNode node) {
        this.node = node;
    }

    ArrayNode node() {
        return node;
    }

    @Override
    public Object get(int index) {
        return JsonValues.toJava(node.get(index));
    }

    @Override
    public int size() {
        return node.size();
    }
}
