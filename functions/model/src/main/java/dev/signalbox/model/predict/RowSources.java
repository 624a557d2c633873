package dev.signalbox.model.predict;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.runtime.duckdb.DuckSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Opens a file of rows by what its first bytes say, whatever its name.
final class RowSources {
    private static final int PEEKED_BYTES = 1 << 16;
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private RowSources() {}

    /// The rows with the cells of the wanted columns.
    ///
    /// @param settings of the session that reads Parquet
    ///
    /// Raises [InvalidInput] where the file is empty, of no known format, or lacks a column.
    static RowSource open(Path file, List<ColumnReading> wanted, DuckSettings settings) {
        try {
            BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), PEEKED_BYTES);
            if (startsWith(peek(raw), PARQUET)) {
                raw.close();
                return ParquetSource.open(file, wanted, settings);
            }
            return text(new BufferedInputStream(unpacked(raw, peek(raw)), PEEKED_BYTES), wanted);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static InvalidInput unreadable(IOException e) {
        return new InvalidInput(
                "The rows cannot be read to their end: " + e.getMessage() + ".",
                "Check that the file is complete; expected CSV, JSON, JSON Lines or Parquet.",
                e);
    }

    private static RowSource text(BufferedInputStream in, List<ColumnReading> wanted) throws IOException {
        byte[] head = peek(in);
        TextEncoding encoding = TextEncoding.of(head);
        String start = encoding.decode(head).strip();
        if (start.isEmpty()) {
            throw new InvalidInput("The file has no rows.", "Bring a file with a header and at least one row.");
        }
        boolean json = start.charAt(0) == '{' || start.charAt(0) == '[';
        return json
                ? JsonSource.open(encoding.reader(in), wanted)
                : DelimitedSource.open(encoding.reader(in), start, wanted);
    }

    private static InputStream unpacked(BufferedInputStream raw, byte[] head) throws IOException {
        if (startsWith(head, GZIP)) {
            return new GZIPInputStream(raw, PEEKED_BYTES);
        }
        if (startsWith(head, ZIP)) {
            ZipInputStream zip = new ZipInputStream(raw);
            if (zip.getNextEntry() == null) {
                throw new InvalidInput("The zip file is empty.", "Put one file of rows into it.");
            }
            return zip;
        }
        if (startsWith(head, ZSTANDARD)) {
            return new ZstdStream(raw);
        }
        return raw;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(PEEKED_BYTES);
        byte[] head = in.readNBytes(PEEKED_BYTES);
        in.reset();
        return head;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
