package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Between Jackson's trees and the objects that JSONata computes on. Whole numbers stay whole in both
/// directions (`1.0` is `1`, as in JavaScript, where JSONata was born), `null` stays apart from "nothing",
/// and what an expression only passes on is not copied.
final class JsonValues {
    /// How deep a result may nest; Jackson refuses to write more.
    static final int MAX_DEPTH = 900;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double EXACT_DOUBLE = 9_007_199_254_740_992.0;

    private JsonValues() {}

    static Object toJava(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> new JsonObjectView((ObjectNode) value);
            case ARRAY -> new JsonArrayView((ArrayNode) value);
            case STRING, BINARY, POJO -> value.asText();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> number(value);
            case NULL, MISSING -> Jsonata.NULL_VALUE;
        };
    }

    private static Number number(JsonNode value) {
        if (value.isInt()) {
            return value.intValue();
        }
        if (value.canConvertToExactIntegral() && value.canConvertToLong()) {
            return narrow(value.longValue());
        }
        return value.isBigInteger() ? value.bigIntegerValue() : value.doubleValue();
    }

    /// JSONata's own arithmetic gives an Integer where one fits, and equality inside arrays compares the
    /// boxes.
    private static Number narrow(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }

    static JsonNode toJson(@Nullable Object value) throws UnsupportedValueException {
        return toJson(value, 0);
    }

    private static JsonNode toJson(@Nullable Object value, int depth) throws UnsupportedValueException {
        if (depth > MAX_DEPTH) {
            throw new UnsupportedValueException("The result nests deeper than " + MAX_DEPTH + " levels");
        }
        if (value == null || Jsonata.NULL_VALUE.equals(value)) {
            return NullNode.instance;
        }
        return switch (value) {
            case JsonObjectView view -> view.node();
            case JsonArrayView view -> view.node();
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Number number -> numberNode(number);
            case Map<?, ?> map -> object(map, depth);
            case List<?> list -> array(list, depth);
            default -> throw new UnsupportedValueException("The result is no JSON value");
        };
    }

    private static JsonNode object(Map<?, ?> map, int depth) throws UnsupportedValueException {
        ObjectNode node = NODES.objectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            node.set(String.valueOf(entry.getKey()), toJson(entry.getValue(), depth + 1));
        }
        return node;
    }

    private static JsonNode array(List<?> list, int depth) throws UnsupportedValueException {
        ArrayNode node = NODES.arrayNode(list.size());
        for (Object item : list) {
            node.add(toJson(item, depth + 1));
        }
        return node;
    }

    private static JsonNode numberNode(Number number) throws UnsupportedValueException {
        return switch (number) {
            case Integer whole -> NODES.numberNode(whole.intValue());
            case Long whole -> wholeNode(whole);
            case BigInteger whole -> NODES.numberNode(whole);
            case BigDecimal decimal -> DecimalNode.valueOf(decimal);
            default -> doubleNode(number.doubleValue());
        };
    }

    private static JsonNode doubleNode(double value) throws UnsupportedValueException {
        if (!Double.isFinite(value)) {
            throw new UnsupportedValueException("The result is a number that JSON cannot hold");
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_DOUBLE;
        if (!whole) {
            return NODES.numberNode(value);
        }
        return wholeNode((long) value);
    }

    private static JsonNode wholeNode(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }
}
