package dev.signalbox.model.predict;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a text into records and fields. Source: RFC 4180, and more leniently: any end of line, and a quote
/// inside an unquoted field is a character like others.
final class DelimitedRecords implements AutoCloseable {
    private static final int BUFFER_CHARACTERS = 1 << 16;
    private static final int END = -1;

    private final Reader reader;
    private final char delimiter;
    private final char[] buffer = new char[BUFFER_CHARACTERS];
    private final StringBuilder field = new StringBuilder();
    private int at;
    private int limit;
    private boolean unclosed;

    DelimitedRecords(Reader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
    }

    /// The fields of the next record; null after the last.
    @Nullable
    List<String> next() throws IOException {
        unclosed = false;
        int c = read();
        if (c == END) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        while (true) {
            c = c == '"' ? quoted() : plain(c);
            fields.add(field.toString());
            field.setLength(0);
            if (c != delimiter) {
                endLine(c);
                return fields;
            }
            c = read();
        }
    }

    /// Whether the last record ended within a quoted field.
    boolean isUnclosed() {
        return unclosed;
    }

    /// Reads to the end of the field that begins with a character; answers what ended it.
    private int plain(int first) throws IOException {
        int c = first;
        while (c != END && c != delimiter && c != '\n' && c != '\r') {
            field.append((char) c);
            c = read();
        }
        return c;
    }

    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                unclosed = true;
                return END;
            }
            if (c != '"') {
                field.append((char) c);
                continue;
            }
            c = read();
            if (c != '"') {
                return plain(c);
            }
            field.append('"');
        }
    }

    private void endLine(int end) throws IOException {
        if (end == '\r') {
            int after = read();
            if (after != '\n' && after != END) {
                at--;
            }
        }
    }

    private int read() throws IOException {
        if (at == limit) {
            limit = reader.read(buffer);
            at = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
