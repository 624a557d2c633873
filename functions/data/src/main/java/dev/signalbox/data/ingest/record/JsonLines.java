package dev.signalbox.data.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.signalbox.data.ingest.record.RecordSink.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON object a line. A line that is none is set aside; a line with nothing on it is nothing.
public final class JsonLines implements RecordSource {
    private final Path file;
    private final long offsetBytes;
    private final JsonFlattener flattener = new JsonFlattener();
    private final Fields fields = new Fields();

    /// @param offsetBytes of the text, behind a byte order mark
    public JsonLines(Path file, long offsetBytes) {
        this.file = file;
        this.offsetBytes = offsetBytes;
    }

    @Override
    public void read(RecordSink sink) {
        try (ByteWindow window = new ByteWindow(file, offsetBytes)) {
            boolean on = true;
            for (long line = 1; on && !window.isEmpty(); ) {
                int begin = window.from();
                int end = lineEnd(window);
                if (end == window.limit() && !window.isLast()) {
                    window.more();
                } else {
                    on = line(window.bytes(), begin, end, line++, sink);
                    window.use(Math.min(end + 1, window.limit()));
                }
            }
        }
    }

    private boolean line(byte[] bytes, int begin, int lineEnd, long line, RecordSink sink) {
        int end = lineEnd;
        while (end > begin && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        if (end == begin) {
            return true;
        }
        int length = end - begin;
        RawText text = () -> new String(bytes, begin, length, StandardCharsets.UTF_8);
        String problem = parse(bytes, begin, length, line);
        return problem == null ? sink.record(fields, text) : sink.reject(line, problem, text);
    }

    private @Nullable String parse(byte[] bytes, int begin, int length, long line) {
        try (JsonParser parser = JsonSyntax.FACTORY.createParser(bytes, begin, length)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return "is " + JsonSyntax.described(first) + "; expected an object";
            }
            flattener.read(parser, line, fields);
            return parser.nextToken() == null ? null : "more than one JSON value on the line";
        } catch (IOException e) {
            return "is no JSON: " + JsonSyntax.problem(e);
        }
    }

    private static int lineEnd(ByteWindow window) {
        byte[] bytes = window.bytes();
        int at = window.from();
        while (at < window.limit() && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    @Override
    public List<String> names() {
        return flattener.names();
    }

    @Override
    public String format(String encoding) {
        return "json lines; " + encoding;
    }

    @Override
    public boolean commaDecimals() {
        return false;
    }
}
