package dev.signalbox.data.ingest.record;

import dev.signalbox.contract.failure.DataQuality;
import dev.signalbox.contract.failure.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds the shape of a delimited file from its first 64 KiB.
final class CsvShape {
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final int LARGE_SAMPLE_BYTES = 1 << 24;
    private static final int MOST_COLUMNS = 10_000;

    private final CsvDialect dialect;
    private final CsvSample sample;
    private final Path file;
    private final byte[] bytes;

    private CsvShape(Path file, byte[] bytes, boolean whole) {
        this.file = file;
        this.bytes = bytes;
        this.dialect = DialectSniffer.sniff(bytes, whole);
        this.sample = CsvSample.of(bytes, whole, dialect);
    }

    static CsvFile of(Path file, long offsetBytes) {
        CsvShape shape = read(file, offsetBytes, SAMPLE_BYTES);
        boolean longLine = shape.sample.rows().isEmpty() && shape.bytes.length == SAMPLE_BYTES;
        return (longLine ? read(file, offsetBytes, LARGE_SAMPLE_BYTES) : shape).find(offsetBytes);
    }

    private static CsvShape read(Path file, long offsetBytes, int sampleBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(offsetBytes);
            byte[] bytes = in.readNBytes(sampleBytes);
            return new CsvShape(file, bytes, offsetBytes + bytes.length >= Files.size(file));
        } catch (IOException e) {
            throw new InvalidInput(
                    "The file " + file.getFileName() + " cannot be read: " + e.getMessage() + ".",
                    "Check that it exists and that this program may read it.",
                    e);
        }
    }

    private int lineEnds(int offset) {
        byte wanted = (byte) (dialect.carriageReturns() ? '\r' : '\n');
        int count = 0;
        for (int at = 0; at < offset; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    private CsvFile find(long offsetBytes) {
        List<SampleRow> rows = sample.rows();
        if (rows.isEmpty()) {
            throw new DataQuality(
                    "The file " + file.getFileName() + " holds no record that can be read; expected rows of fields.",
                    "Open it in an editor: are there only blank lines, or a quote that is never closed?");
        }
        int modal = sample.width();
        int preamble = preamble(rows, modal);
        SampleRow first = rows.get(preamble);
        List<SampleRow> rest = rows.subList(preamble + 1, rows.size());
        boolean header = HeaderSniffer.hasHeader(first, rest);
        int width = width(first, rest, header, modal);
        if (width > MOST_COLUMNS) {
            throw new InvalidInput(
                    "The file " + file.getFileName() + " has " + width + " columns; expected at most " + MOST_COLUMNS
                            + ".",
                    "Check the delimiter, or turn the table so that rows are examples.");
        }
        List<String> names = header ? names(first, rest, width) : Collections.nCopies(width, "");
        int offset = header ? first.next() : first.begin();
        long lines = lineEnds(offset);
        String notes = preamble == 0 ? "" : "; " + preamble + " lines before the table skipped";
        return new CsvFile(dialect, width, names, header, offsetBytes + offset, lines, notes);
    }

    /// A title or comments before the table: records of one field where a table has more.
    private static int preamble(List<SampleRow> rows, int modal) {
        int count = 0;
        while (modal > 1 && count < rows.size() - 1 && rows.get(count).width() == 1) {
            count++;
        }
        return count;
    }

    private static int width(SampleRow first, List<SampleRow> rest, boolean header, int modal) {
        boolean shortByOne =
                header && first.width() == modal - 1 && rest.stream().noneMatch(row -> row.width() == first.width());
        return !header || shortByOne ? modal : first.width();
    }

    /// A header that is one name short belongs to rows that end with a delimiter, or that begin with a row
    /// name, as R writes them.
    private static List<String> names(SampleRow first, List<SampleRow> rest, int width) {
        List<String> names = new ArrayList<>(first.texts());
        if (first.width() == width - 1) {
            boolean trailing = rest.stream()
                    .filter(row -> row.width() == width)
                    .allMatch(row -> row.texts().getLast().isEmpty());
            names.add(trailing ? width - 1 : 0, trailing ? "" : "row_name");
        }
        return names;
    }
}
