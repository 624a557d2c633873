package dev.signalbox.data.ingest.record;

import dev.signalbox.runtime.value.Meaning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out whether the first record names the columns.
///
/// Each column votes: for, when its values are typed and the first is not, or when the first is the only
/// text that never occurs again among few; against, when the first is of the same type as the rest or occurs
/// again. A draw is a header when each field of the first record is a different text, as names are.
final class HeaderSniffer {
    private static final int MISSING = Meaning.MISSING.bit() | Meaning.DASH.bit();
    private static final int FEW = 20;

    private final SampleRow first;
    private final List<SampleRow> rest;

    private HeaderSniffer(SampleRow first, List<SampleRow> rest) {
        this.first = first;
        this.rest = rest;
    }

    static boolean hasHeader(SampleRow first, List<SampleRow> rest) {
        return new HeaderSniffer(first, rest).decide();
    }

    private boolean decide() {
        int votes = 0;
        for (int column = 0; column < first.width(); column++) {
            votes += vote(column);
        }
        return votes > 0 || (votes == 0 && looksLikeNames());
    }

    private int vote(int column) {
        boolean named = isText(first.meanings().get(column));
        boolean missing = (first.meanings().get(column) & MISSING) != 0;
        int present = 0;
        int typed = 0;
        int same = 0;
        Set<String> distinct = new HashSet<>();
        for (SampleRow row : rest) {
            if (row.width() == first.width() && (row.meanings().get(column) & MISSING) == 0) {
                present++;
                typed += isText(row.meanings().get(column)) ? 0 : 1;
                same += row.texts().get(column).equals(first.texts().get(column)) ? 1 : 0;
                distinct.add(row.texts().get(column));
            }
        }
        if (present == 0 || missing) {
            return 0;
        }
        if (typed * 2 > present) {
            return named ? 1 : -1;
        }
        if (same > 0) {
            return -1;
        }
        return named && distinct.size() <= FEW && distinct.size() * 2 <= present ? 1 : 0;
    }

    private boolean looksLikeNames() {
        Set<String> names = new HashSet<>();
        for (int column = 0; column < first.width(); column++) {
            if (!isText(first.meanings().get(column))
                    || !names.add(first.texts().get(column))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(int meanings) {
        return (meanings & ~Meaning.ODD.bit()) == 0;
    }
}
