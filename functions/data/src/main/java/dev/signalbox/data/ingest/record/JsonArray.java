package dev.signalbox.data.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A JSON array of objects. An element that is no object is set aside; where the syntax breaks there is no
/// next record to resume at, so that the file as a whole is refused.
public final class JsonArray implements RecordSource {
    private final Path file;
    private final long offsetBytes;
    private final JsonFlattener flattener = new JsonFlattener();
    private final Fields fields = new Fields();

    /// @param offsetBytes of the text, behind a byte order mark
    public JsonArray(Path file, long offsetBytes) {
        this.file = file;
        this.offsetBytes = offsetBytes;
    }

    @Override
    public void read(RecordSink sink) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(offsetBytes);
            try (JsonParser parser = JsonSyntax.FACTORY.createParser(in)) {
                parser.nextToken();
                elements(parser, sink);
            }
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    "The JSON array in " + file.getFileName() + " breaks on line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": "
                            + JsonSyntax.problem(e) + "; expected an array of objects to its closing bracket.",
                    "Was the file cut off? Write one object a line (JSON Lines) to lose only the broken lines.",
                    e);
        } catch (IOException e) {
            throw new InvalidInput(
                    "The file " + file.getFileName() + " cannot be read: " + e.getMessage() + ".",
                    "Check that it exists and that this program may read it.",
                    e);
        }
    }

    private void elements(JsonParser parser, RecordSink sink) throws IOException {
        boolean on = true;
        JsonToken token = parser.nextToken();
        while (on && token != null && token != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.START_OBJECT) {
                flattener.read(parser, line, fields);
                on = sink.record(fields, this::text);
            } else {
                String found = token.isStructStart() ? "[…]" : parser.getText();
                parser.skipChildren();
                on = sink.reject(line, "is " + JsonSyntax.described(token) + "; expected an object", () -> found);
            }
            token = parser.nextToken();
        }
    }

    /// The current record, written anew: name and value of each member that has one.
    private String text() {
        StringBuilder text = new StringBuilder("{");
        List<String> names = flattener.names();
        for (int i = 0; i < fields.count(); i++) {
            if (fields.from(i) < fields.to(i)) {
                text.append(text.length() == 1 ? "" : ", ")
                        .append(names.get(i))
                        .append(": ")
                        .append(fields.text(i));
            }
        }
        return text.append('}').toString();
    }

    @Override
    public List<String> names() {
        return flattener.names();
    }

    @Override
    public String format(String encoding) {
        return "json; " + encoding;
    }

    @Override
    public boolean commaDecimals() {
        return false;
    }
}
