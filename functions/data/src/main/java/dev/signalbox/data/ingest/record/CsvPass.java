package dev.signalbox.data.ingest.record;

import dev.signalbox.data.ingest.record.CsvTokenizer.Outcome;
import dev.signalbox.data.ingest.record.RecordSink.RawText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One reading of a delimited file from its first record to its last.
final class CsvPass {
    private static final String UNCLOSED = "a quote that is opened on this line is never closed";

    private final ByteWindow window;
    private final RecordSink sink;
    private final CsvTokenizer tokenizer;
    private final CsvTokenizer lineTokenizer;
    private final int width;
    private final EncodingEvidence evidence;
    private final Fields fields = new Fields();
    private final Fields lineFields = new Fields();
    private long line;
    private long innerLines;
    private int longestBytes;
    private boolean unusual;
    private boolean quotes;
    private boolean on = true;

    CsvPass(ByteWindow window, CsvFile shape, RecordSink sink, EncodingEvidence evidence) {
        this.window = window;
        this.sink = sink;
        this.tokenizer = new CsvTokenizer(shape.dialect());
        this.lineTokenizer = new CsvTokenizer(shape.dialect());
        this.width = shape.width();
        this.evidence = evidence;
        this.line = shape.skippedLines() + 1;
    }

    void run() {
        while (on && !window.isEmpty()) {
            fields.begin(window.words(), line);
            Outcome outcome = tokenizer.read(window.bytes(), window.from(), window.limit(), window.isLast(), fields);
            switch (outcome) {
                case RECORD -> record();
                case INCOMPLETE -> window.more();
                case BLANK -> blank();
                case OPEN_QUOTE -> rejectLine(UNCLOSED);
                case AFTER_QUOTE -> rejectLine("field " + fields.count() + " goes on after its closing quote");
            }
        }
    }

    private void record() {
        int begin = window.from();
        int end = tokenizer.end();
        String problem = problem(begin, end);
        if (problem != null && tokenizer.innerLines() > 0 && hasWholeLine(begin, end)) {
            rejectLine(UNCLOSED);
            return;
        }
        longestBytes = Math.max(longestBytes, tokenizer.next() - begin);
        unusual |= tokenizer.isUnusual();
        quotes |= tokenizer.hasQuotes();
        RawText text = () -> new String(fields.bytes(), begin, end - begin, StandardCharsets.UTF_8);
        on = problem == null ? sink.record(fields, text) : sink.reject(line, problem, text);
        innerLines += tokenizer.innerLines();
        line += 1L + tokenizer.innerLines();
        window.use(tokenizer.next());
    }

    private @Nullable String problem(int begin, int end) {
        byte[] bytes = window.bytes();
        if (tokenizer.hasNonAscii()) {
            int invalid = Utf8.firstInvalid(bytes, begin, end);
            evidence.add(bytes, begin, end, invalid);
            if (invalid >= 0) {
                return String.format(
                        Locale.ROOT, "byte 0x%02X at position %d is not UTF-8", bytes[invalid], invalid - begin + 1);
            }
        }
        if (tokenizer.hasNul()) {
            return "holds a zero byte";
        }
        return fields.count() == width ? null : count(fields.count()) + "; expected " + width;
    }

    private static String count(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }

    /// Whether a later line of a record that spans several is a whole record by itself: then the first
    /// line's quote was never closed.
    private boolean hasWholeLine(int begin, int end) {
        byte[] bytes = window.bytes();
        int from = lineEnd(begin);
        while (from < end) {
            int to = Math.min(lineEnd(from), end);
            lineFields.begin(window.words(), 0);
            Outcome outcome = lineTokenizer.read(bytes, from, to, true, lineFields);
            if (outcome == Outcome.RECORD && lineFields.count() == width && width > 1) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private void rejectLine(String reason) {
        int begin = window.from();
        int end = lineEnd(begin);
        if (end >= window.limit() && !window.isLast()) {
            window.more();
            return;
        }
        int bare = trimLineEnd(begin, end);
        on = sink.reject(line, reason, () -> new String(window.bytes(), begin, bare - begin, StandardCharsets.UTF_8));
        line++;
        window.use(end);
    }

    private void blank() {
        unusual |= tokenizer.next() < window.limit() || !window.isLast();
        line++;
        window.use(tokenizer.next());
    }

    /// Just behind the line end that follows a place, or the limit.
    private int lineEnd(int from) {
        byte[] bytes = window.bytes();
        int at = from;
        while (at < window.limit() && bytes[at] != '\n') {
            at++;
        }
        return Math.min(window.limit(), at + 1);
    }

    private int trimLineEnd(int begin, int end) {
        byte[] bytes = window.bytes();
        int at = end;
        while (at > begin && (bytes[at - 1] == '\n' || bytes[at - 1] == '\r')) {
            at--;
        }
        return at;
    }

    /// Whether another reader may cut some record differently.
    boolean isUnusual() {
        return unusual;
    }

    /// Whether any field stood in quotes.
    boolean hasQuotes() {
        return quotes;
    }

    /// Line ends within quotes.
    long innerLines() {
        return innerLines;
    }

    /// The longest record.
    int longestBytes() {
        return longestBytes;
    }
}
