package dev.signalbox.data.ingest.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.ingest.type.ByteWords;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a record of a JSON object: a member is a field, an inner object's members are fields named with
/// dots, an array is a field that holds JSON. Columns stand in the order in which their names first occur;
/// the last of members with one name counts.
final class JsonFlattener {
    private static final int MOST_COLUMNS = 10_000;
    private static final int DEEPEST = 16;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private byte[] bytes = new byte[1 << 12];
    private ByteWords words = new ByteWords(bytes);
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int size;

    /// The names so far.
    List<String> names() {
        return new ArrayList<>(columns.keySet());
    }

    /// Reads the object whose opening brace is the parser's current token.
    void read(JsonParser parser, long line, Fields fields) throws IOException {
        size = 0;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        int known = columns.size();
        try {
            object(parser, "", 0);
        } catch (IOException e) {
            // A broken record must not leave columns behind that no whole record has.
            columns.values().removeIf(column -> column >= known);
            throw e;
        }
        fields.begin(words, line);
        for (int column = 0; column < columns.size(); column++) {
            fields.add(from[column], to[column], (byte) 0);
        }
    }

    private void object(JsonParser parser, String prefix, int depth) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
                object(parser, name + ".", depth + 1);
            } else {
                put(column(name), value(parser, token));
            }
        }
    }

    private static String value(JsonParser parser, JsonToken token) throws IOException {
        if (token.isStructStart()) {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = JsonSyntax.FACTORY.createGenerator(text)) {
                generator.copyCurrentStructure(parser);
            }
            return text.toString();
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    private int column(String name) {
        Integer known = columns.get(name);
        if (known != null) {
            return known;
        }
        int column = columns.size();
        if (column == MOST_COLUMNS) {
            throw new InvalidInput(
                    "The JSON objects have more than " + MOST_COLUMNS + " different members; expected a table.",
                    "If names are values (such as ids), turn them into a member.");
        }
        columns.put(name, column);
        if (column == from.length) {
            from = Arrays.copyOf(from, column * 2);
            to = Arrays.copyOf(to, column * 2);
        }
        return column;
    }

    private void put(int column, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (size + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + utf8.length));
            words = new ByteWords(bytes);
        }
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        from[column] = size;
        size += utf8.length;
        to[column] = size;
    }
}
