package dev.signalbox.asl.expression;

import com.fasterxml.jackson.databind.JsonNode;

/// The types of JSON, as AWS's messages name them.
public enum JsonType {
    /// `null`.
    NULL,
    /// `true` or `false`.
    BOOLEAN,
    /// Any number.
    NUMBER,
    /// A string.
    STRING,
    /// An array.
    ARRAY,
    /// An object.
    OBJECT;

    /// The type of a value.
    public static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> NULL;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> NUMBER;
            case ARRAY -> ARRAY;
            case OBJECT, POJO -> OBJECT;
            case STRING, BINARY -> STRING;
        };
    }

    /// The name in AWS's messages: `array`, `number`, ….
    public String label() {
        return switch (this) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING -> "string";
            case ARRAY -> "array";
            case OBJECT -> "object";
        };
    }
}
