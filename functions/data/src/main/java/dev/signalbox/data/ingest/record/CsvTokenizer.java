package dev.signalbox.data.ingest.record;

import dev.signalbox.data.ingest.type.ByteWords;

/// Cuts one record at a time out of a buffer. What it says of the last record stands in its members until
/// the next.
final class CsvTokenizer {
    /// What was cut.
    enum Outcome {
        /// A record; its fields are filled in.
        RECORD,
        /// A line with nothing on it.
        BLANK,
        /// The buffer ends before the record does.
        INCOMPLETE,
        /// A quote is not closed before the end, or not within [#LONGEST_QUOTED].
        OPEN_QUOTE,
        /// A field goes on after its closing quote.
        AFTER_QUOTE
    }

    /// A quoted field beyond this many bytes is a quote that somebody forgot to close.
    static final int LONGEST_QUOTED = 1 << 20;

    private final CsvDialect dialect;
    private final boolean[] stops = new boolean[256];
    private final long delimiters;
    private final long quotes;
    private int at;
    private int end;
    private int innerLines;
    private boolean nonAscii;
    private boolean nul;
    private boolean unusual;
    private boolean quoted;

    CsvTokenizer(CsvDialect dialect) {
        this.dialect = dialect;
        this.delimiters = ByteWords.all(dialect.delimiter());
        this.quotes = ByteWords.all(dialect.quote());
        stops[dialect.delimiter() & 0xff] = true;
        stops[dialect.quote() & 0xff] = true;
        stops['\n'] = true;
        stops['\r'] = true;
        stops[0] = true;
    }

    /// Cuts the record that begins at `from`.
    ///
    /// @param limit where the buffer ends
    /// @param last whether the file ends there too
    Outcome read(byte[] buffer, int from, int limit, boolean last, Fields fields) {
        at = from;
        innerLines = 0;
        nonAscii = false;
        nul = false;
        unusual = false;
        quoted = false;
        while (true) {
            if (dialect.spaces()) {
                skipSpaces(buffer, limit);
            }
            boolean opens = at < limit && dialect.quote() != 0 && buffer[at] == dialect.quote();
            Outcome field = opens ? quoted(buffer, limit, last, fields) : bare(buffer, limit, last, fields);
            if (field != Outcome.RECORD) {
                return field;
            }
            if (at < limit && buffer[at] == dialect.delimiter() && dialect.delimiter() != 0) {
                at++;
            } else {
                return ended(buffer, from, limit, last, fields);
            }
        }
    }

    private Outcome bare(byte[] buffer, int limit, boolean last, Fields fields) {
        int start = at;
        int i = skipOrdinary(fields.words(), limit);
        int seen = 0;
        while (i < limit) {
            byte b = buffer[i];
            if (stops[b & 0xff]) {
                if (b == '\n' || (b == dialect.delimiter() && b != 0)) {
                    break;
                }
                if (b == '\r' && (dialect.carriageReturns() || i + 1 >= limit || buffer[i + 1] == '\n')) {
                    break;
                }
                nul |= b == 0;
                unusual = true;
            }
            seen |= b;
            i++;
        }
        at = i;
        nonAscii |= seen < 0;
        if (i >= limit && !last) {
            return Outcome.INCOMPLETE;
        }
        fields.add(start, i, (byte) 0);
        return Outcome.RECORD;
    }

    /// Where the next byte may be that ends a field, from [#at] on: no byte before it does.
    private int skipOrdinary(ByteWords words, int limit) {
        int i = at;
        long seen = 0;
        long stop = 0;
        while (stop == 0 && i + ByteWords.SIZE <= limit) {
            long word = words.at(i);
            stop = ByteWords.equal(word, delimiters) | ByteWords.equal(word, quotes) | ByteWords.controls(word);
            int ordinary = stop == 0 ? ByteWords.SIZE : ByteWords.first(stop);
            seen |= stop == 0 ? word : ByteWords.before(word, ordinary);
            i += ordinary;
        }
        nonAscii |= ByteWords.beyondAscii(seen) != 0;
        return i;
    }

    private Outcome quoted(byte[] buffer, int limit, boolean last, Fields fields) {
        int start = at + 1;
        quoted = true;
        int seen = 0;
        byte escaped = 0;
        int i = start;
        while (true) {
            if (i >= limit) {
                return last ? Outcome.OPEN_QUOTE : Outcome.INCOMPLETE;
            }
            byte b = buffer[i];
            boolean pair = b == dialect.escape() && i + 1 < limit && (b != dialect.quote() || buffer[i + 1] == b);
            if (pair) {
                escaped = b;
                i++;
            } else if (b == dialect.quote()) {
                break;
            }
            seen |= buffer[i];
            nul |= buffer[i] == 0;
            innerLines += buffer[i] == '\n' || (buffer[i] == '\r' && dialect.carriageReturns()) ? 1 : 0;
            i++;
            if (i - start > LONGEST_QUOTED) {
                return Outcome.OPEN_QUOTE;
            }
        }
        at = i + 1;
        nonAscii |= seen < 0;
        fields.add(start, i, escaped);
        return afterQuote(buffer, limit, last);
    }

    private Outcome afterQuote(byte[] buffer, int limit, boolean last) {
        int closed = at;
        if (dialect.delimiter() != ' ') {
            skipSpaces(buffer, limit);
        }
        unusual |= at != closed;
        if (at >= limit) {
            return last ? Outcome.RECORD : Outcome.INCOMPLETE;
        }
        byte b = buffer[at];
        if (b == '\r' && at + 1 >= limit && !last) {
            return Outcome.INCOMPLETE;
        }
        boolean fine = b == dialect.delimiter() || b == '\n' || isLineEnd(buffer, at, limit);
        return fine ? Outcome.RECORD : Outcome.AFTER_QUOTE;
    }

    private Outcome ended(byte[] buffer, int from, int limit, boolean last, Fields fields) {
        end = at;
        if (at < limit && buffer[at] == '\r') {
            at++;
            if (at >= limit && !last) {
                return Outcome.INCOMPLETE;
            }
            at += at < limit && buffer[at] == '\n' ? 1 : 0;
        } else if (at < limit) {
            at++;
        }
        return fields.count() == 1 && isBlank(buffer, from) ? Outcome.BLANK : Outcome.RECORD;
    }

    private boolean isBlank(byte[] buffer, int from) {
        int i = from;
        while (i < end && (buffer[i] == ' ' || buffer[i] == '\t')) {
            i++;
        }
        return i == end;
    }

    private boolean isLineEnd(byte[] buffer, int i, int limit) {
        return buffer[i] == '\r' && (dialect.carriageReturns() || i + 1 >= limit || buffer[i + 1] == '\n');
    }

    private void skipSpaces(byte[] buffer, int limit) {
        while (at < limit && buffer[at] == ' ') {
            at++;
        }
    }

    /// Where the next record begins.
    int next() {
        return at;
    }

    /// Where the record ends, its line end not counted.
    int end() {
        return end;
    }

    /// Line ends inside the record.
    int innerLines() {
        return innerLines;
    }

    /// Whether a byte above 0x7f occurred.
    boolean hasNonAscii() {
        return nonAscii;
    }

    /// Whether a byte 0 occurred.
    boolean hasNul() {
        return nul;
    }

    /// Whether a field stands in quotes.
    boolean hasQuotes() {
        return quoted;
    }

    /// Whether another reader may cut this record differently.
    boolean isUnusual() {
        return unusual;
    }
}
