package dev.signalbox.data.ingest.record;

import dev.signalbox.data.ingest.type.ByteWords;
import dev.signalbox.data.ingest.type.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The fields of one record: slices of a buffer. One instance is filled again and again, so that reading a
/// file costs no object a field; whoever wants to keep a value copies it.
public final class Fields {
    private static final int FIRST_CAPACITY = 32;

    private ByteWords words = new ByteWords(new byte[0]);
    private byte[] bytes = words.bytes();
    private int[] from = new int[FIRST_CAPACITY];
    private int[] to = new int[FIRST_CAPACITY];
    private byte[] escapes = new byte[FIRST_CAPACITY];
    private int count;
    private long line;

    /// Begins a record that stands on a line, counted from 1.
    void begin(ByteWords buffer, long atLine) {
        words = buffer;
        bytes = buffer.bytes();
        line = atLine;
        count = 0;
    }

    /// Adds a field.
    ///
    /// @param escape the character that escapes quotes in the slice; 0 when the slice is the value itself
    void add(int start, int end, byte escape) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            escapes = Arrays.copyOf(escapes, count * 2);
        }
        from[count] = start;
        to[count] = end;
        escapes[count++] = escape;
    }

    /// Drops the fields from a number on.
    void truncate(int size) {
        count = size;
    }

    /// Number of fields.
    public int count() {
        return count;
    }

    /// Line that the record begins on, from 1.
    public long line() {
        return line;
    }

    /// The buffer, eight bytes at a time.
    ByteWords words() {
        return words;
    }

    /// What the slices are of.
    public byte[] bytes() {
        return bytes;
    }

    /// Where a field begins.
    public int from(int field) {
        return from[field];
    }

    /// Where a field ends.
    public int to(int field) {
        return to[field];
    }

    /// The set of [dev.signalbox.data.ingest.type.Meaning]s of a field; 0 is text and nothing else.
    public int meanings(int field) {
        if (escapes[field] != 0) {
            // Only text needs quotes.
            return 0;
        }
        int number = Spelling.plainNumber(words, from[field], to[field]);
        return number != 0 ? number : Spelling.meanings(bytes, from[field], to[field]);
    }

    /// A field as text.
    public String text(int field) {
        String slice = new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
        return escapes[field] == 0 ? slice : unescape(slice, (char) escapes[field]);
    }

    /// An escape before a quote or before itself stands for what follows it.
    private static String unescape(String slice, char escape) {
        StringBuilder text = new StringBuilder(slice.length());
        for (int i = 0; i < slice.length(); i++) {
            char c = slice.charAt(i);
            if (c == escape && i + 1 < slice.length()) {
                i++;
                c = slice.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }
}
