package dev.signalbox.data.ingest.record;

import java.nio.file.Path;
import java.util.List;

/// Records of a delimited UTF-8 file.
///
/// Each line of the file ends up in exactly one record or reject; lines with nothing on them are neither. A
/// record that is too short or too long is set aside whole, also over several lines. Where a quote is never
/// closed, or a field goes on after its closing quote, only the first line is set aside and reading resumes
/// at the next, so that one stray quote costs one line and not the rest of the file.
public final class CsvRecords implements RecordSource {
    private final Path file;
    private final CsvFile shape;
    private final EncodingEvidence evidence = new EncodingEvidence();
    private boolean plain;
    private boolean quotes;
    private boolean linesInQuotes;
    private int longestBytes;

    CsvRecords(Path file, CsvFile shape) {
        this.file = file;
        this.shape = shape;
    }

    /// Looks at the beginning of a file, to know how it is written.
    ///
    /// Raises [dev.signalbox.contract.failure.DataQuality] when there are no records.
    ///
    /// @param offsetBytes of the text, behind a byte order mark
    public static CsvRecords open(Path file, long offsetBytes) {
        return new CsvRecords(file, CsvShape.of(file, offsetBytes));
    }

    @Override
    public void read(RecordSink sink) {
        evidence.clear();
        try (ByteWindow window = new ByteWindow(file, shape.offsetBytes())) {
            CsvPass pass = new CsvPass(window, shape, sink, evidence);
            pass.run();
            CsvDialect dialect = shape.dialect();
            quotes = pass.hasQuotes();
            linesInQuotes = pass.innerLines() > 0;
            longestBytes = pass.longestBytes();
            plain = !pass.isUnusual()
                    && !dialect.spaces()
                    && !dialect.carriageReturns()
                    && dialect.escape() == dialect.quote()
                    && dialect.delimiter() != 0;
        }
    }

    @Override
    public List<String> names() {
        return shape.names();
    }

    @Override
    public String format(String encoding) {
        return shape.dialect().described() + "; " + encoding + (shape.header() ? "; header" : "; no header")
                + shape.notes();
    }

    @Override
    public boolean commaDecimals() {
        return shape.dialect().delimiter() == ';';
    }

    /// What the records of the last reading say about the encoding.
    public EncodingEvidence evidence() {
        return evidence;
    }

    /// How another reader reads the same records; null when it could cut them differently. Known after a
    /// reading.
    public @org.jspecify.annotations.Nullable PlainCsv plain() {
        return plain
                ? new PlainCsv(
                        file,
                        (char) shape.dialect().delimiter(),
                        (char) (quotes ? shape.dialect().quote() : 0),
                        shape.skippedLines(),
                        !linesInQuotes,
                        longestBytes)
                : null;
    }
}
