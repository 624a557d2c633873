package dev.signalbox.data.ingest.record;

import java.util.ArrayList;
import java.util.List;

/// Finds the dialect that explains the first records of a file best.
///
/// Limitations: delimiters of one ASCII character; no fixed-width columns.
final class DialectSniffer {
    private static final char[] USUAL = {',', ';', '\t', '|'};
    private static final char[] RARE = {'\u0001', '\u001f', '^', '~', ':', '!', '#', '&', '*', '%', '@', '$', ' '};

    /// A usual delimiter that explains less than this is compared with the rare ones, and one that explains less
    /// than half of it is none: a text with a comma here and there.
    private static final double GOOD = 0.4;

    private final byte[] bytes;
    private final boolean whole;
    private final boolean carriageReturns;

    private DialectSniffer(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
        this.carriageReturns = count('\n') == 0 && count('\r') > 0;
    }

    /// @param whole whether the bytes are all of the file
    static CsvDialect sniff(byte[] bytes, boolean whole) {
        return new DialectSniffer(bytes, whole).sniff();
    }

    private CsvDialect sniff() {
        CsvDialect best = CsvDialect.of('\0', '"').withCarriageReturns(carriageReturns);
        double score = GOOD / 2;
        for (char[] delimiters : List.of(USUAL, RARE)) {
            for (char delimiter : delimiters) {
                if (count(delimiter) == 0) {
                    continue;
                }
                for (CsvDialect dialect : variants(delimiter)) {
                    double found = CsvSample.of(bytes, whole, dialect).score();
                    if (found > score + 1e-9) {
                        score = found;
                        best = dialect;
                    }
                }
            }
            if (score >= GOOD) {
                break;
            }
        }
        return best;
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
        CsvSample sample = CsvSample.of(bytes, whole, plain);
        if (sample.broken() > sample.rows().size()) {
            variants.add(CsvDialect.of(delimiter, '\0').withCarriageReturns(carriageReturns));
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
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == first && bytes[at + 1] == second) {
                return true;
            }
        }
        return false;
    }

    private int count(char wanted) {
        int count = 0;
        for (byte b : bytes) {
            count += b == wanted ? 1 : 0;
        }
        return count;
    }
}
