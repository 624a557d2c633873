package dev.signalbox.data.ingest.record;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.failure.ResourceExhausted;
import dev.signalbox.data.ingest.type.ByteWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A window that moves over a file and grows only for a record that does not fit.
final class ByteWindow implements AutoCloseable {
    private static final int FIRST_BYTES = 1 << 18;
    private static final int MOST_BYTES = 1 << 25;

    private final Path file;
    private final InputStream in;
    private byte[] bytes = new byte[FIRST_BYTES];
    private ByteWords words = new ByteWords(bytes);
    private int from;
    private int limit;
    private boolean last;

    ByteWindow(Path file, long offset) {
        this.file = file;
        try {
            this.in = Files.newInputStream(file);
            in.skipNBytes(offset);
        } catch (IOException e) {
            throw unreadable(e);
        }
        more();
    }

    byte[] bytes() {
        return bytes;
    }

    /// The same, eight bytes at a time.
    ByteWords words() {
        return words;
    }

    /// Where what was not yet used begins.
    int from() {
        return from;
    }

    /// Where what was read ends.
    int limit() {
        return limit;
    }

    /// Whether the file ends at the limit.
    boolean isLast() {
        return last;
    }

    /// Whether everything was used.
    boolean isEmpty() {
        return from >= limit && last;
    }

    void use(int next) {
        from = next;
    }

    /// Reads on, keeping what was not yet used.
    void more() {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, limit - from);
            limit -= from;
            from = 0;
        }
        if (limit == bytes.length) {
            grow();
        }
        try {
            int count = in.readNBytes(bytes, limit, bytes.length - limit);
            last = count < bytes.length - limit;
            limit += count;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void grow() {
        if (bytes.length >= MOST_BYTES) {
            throw new InvalidInput(
                    "A line of " + file.getFileName() + " is longer than " + (MOST_BYTES >> 20)
                            + " MiB; expected one record a line.",
                    "Check that the file is a delimited text and how its lines end.");
        }
        try {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            words = new ByteWords(bytes);
        } catch (OutOfMemoryError e) {
            throw new ResourceExhausted(
                    "Memory ran out over one long line of " + file.getFileName() + ".", "Give more memory.", e);
        }
    }

    private InvalidInput unreadable(IOException e) {
        return new InvalidInput(
                "The file " + file.getFileName() + " cannot be read: " + e.getMessage() + ".",
                "Check that it exists and that this program may read it.",
                e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
