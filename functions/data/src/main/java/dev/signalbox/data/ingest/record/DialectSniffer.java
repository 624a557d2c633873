package dev.signalbox.data.ingest.record;

import java.util.ArrayList;
import java.util.List;

/// Finds the dialect that explains the first records of a file best.
///
/// Limitations: delimiters of one ASCII character; no fixed-width columns.
final class DialectSniffer {
    private static final char[] USUAL = {',', ';', '\t', '|'};
    private static final char[] RARE = {'\u0001', '\u001f', '^', '~', ':', '!', '#', '&', '*', '%', '@', '$', ' '};

    /// A usual delimiter that explains less than this is compared with the rare ones, and one that explains
    /// less than half of it is none: a text with a comma here and there.
    private static final double GOOD = 0.4;

    private static final double LEAST_GAIN = 1e-9;

    private final byte[] bytes;
    private final boolean whole;
    private final int[] counts = new int[256];
    private final boolean carriageReturns;

    private DialectSniffer(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
        for (byte b : bytes) {
            counts[b & 0xff]++;
        }
        this.carriageReturns = count('\n') == 0 && count('\r') > 0;
    }

    /// @param whole whether the bytes are all of the file
    static CsvDialect sniff(byte[] bytes, boolean whole) {
        return new DialectSniffer(bytes, whole).sniff();
    }

    private CsvDialect sniff() {
        Scored best = new Scored(CsvDialect.of('\0', '"').withCarriageReturns(carriageReturns), GOOD / 2);
        for (char delimiter : USUAL) {
            best = best(best, delimiter);
        }
        for (char delimiter : best.score < GOOD ? RARE : new char[0]) {
            best = best(best, delimiter);
        }
        return best.dialect;
    }

    /// The best so far, or a dialect with the delimiter that is better.
    private Scored best(Scored soFar, char delimiter) {
        Scored best = soFar;
        for (CsvDialect dialect : count(delimiter) == 0 ? List.<CsvDialect>of() : variants(delimiter)) {
            Scored scored = score(dialect);
            best = scored.score > best.score + LEAST_GAIN ? scored : best;
        }
        return best;
    }

    /// Where quotes break most records they are no quotes.
    private Scored score(CsvDialect dialect) {
        CsvSample sample = CsvSample.of(bytes, whole, dialect);
        if (sample.broken() <= sample.rows().size()) {
            return new Scored(dialect, sample.score());
        }
        CsvDialect bare = dialect.withoutQuotes();
        return new Scored(bare, CsvSample.of(bytes, whole, bare).score());
    }

    private List<CsvDialect> variants(char delimiter) {
        CsvDialect usual = CsvDialect.of(delimiter, '"').withCarriageReturns(carriageReturns);
        CsvDialect plain = delimiter != ' ' && isFollowedBySpaces(delimiter) ? usual.withSpaces() : usual;
        List<CsvDialect> variants = new ArrayList<>();
        variants.add(plain);
        if (holds('\\', '"')) {
            variants.add(plain.withEscape('\\'));
        }
        if (holds('\'', delimiter) && holds(delimiter, '\'')) {
            variants.add(CsvDialect.of(delimiter, '\'').withCarriageReturns(carriageReturns));
        }
        return variants;
    }

    /// Whether each delimiter of the first line has a space behind it.
    private boolean isFollowedBySpaces(char delimiter) {
        boolean any = false;
        for (int at = 0; at + 1 < bytes.length && bytes[at] != '\n'; at++) {
            if (bytes[at] == delimiter) {
                any = true;
                if (bytes[at + 1] != ' ') {
                    return false;
                }
            }
        }
        return any;
    }

    private boolean holds(char first, char second) {
        if (count(first) == 0 || count(second) == 0) {
            return false;
        }
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == first && bytes[at + 1] == second) {
                return true;
            }
        }
        return false;
    }

    private int count(char wanted) {
        return counts[wanted];
    }

    /// A dialect and how well it explains the sample.
    private record Scored(CsvDialect dialect, double score) {}
}
