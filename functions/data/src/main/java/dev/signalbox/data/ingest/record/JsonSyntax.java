package dev.signalbox.data.ingest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;

/// JSON as text.
final class JsonSyntax {
    static final JsonFactory FACTORY = new JsonFactory();

    private JsonSyntax() {}

    /// Whether the bytes are one whole JSON object and nothing else.
    static boolean isObject(byte[] bytes, int from, int to) {
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException _) {
            return false;
        }
    }

    /// What is wrong, without the place.
    static String problem(IOException e) {
        return e instanceof JsonProcessingException syntax
                ? syntax.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }

    /// A token in words.
    static String described(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
    }
}
