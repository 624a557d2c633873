package dev.signalbox.data.ingest.type;

/// Finds out what a spelling can mean: a pure function of its UTF-8 bytes, without allocation, since it sees
/// each value.
public final class Spelling {
    private static final int LONGEST_TYPED = 64;
    private static final int MISSING = Meaning.MISSING.bit();
    private static final int ODD = Meaning.ODD.bit();
    private static final byte[][] MISSING_WORDS = {
        {'n', 'a'}, {'n', '/', 'a'}, {'#', 'n', '/', 'a'}, {'<', 'n', 'a', '>'}, {'n', 'u', 'l', 'l'}, {'n', 'a', 'n'}
    };
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private Spelling() {}

    /// The set of [Meaning]s of `bytes[from, to)`; 0 is text and nothing else.
    public static int meanings(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] > ' ' && bytes[to - 1] > ' ') {
            return to - from > LONGEST_TYPED ? 0 : trimmed(bytes, from, to);
        }
        int start = from;
        int end = to;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        while (end > start && isSpace(bytes[end - 1])) {
            end--;
        }
        if (start == end) {
            return from == to ? MISSING : MISSING | ODD;
        }
        if (end - start > LONGEST_TYPED) {
            return 0;
        }
        int found = trimmed(bytes, start, end);
        return found == 0 ? 0 : found | (start == from && end == to ? 0 : ODD);
    }

    /// What [#meanings] says of a number in its plainest spelling, found out without a loop; 0 for every
    /// other slice, which says nothing of it.
    public static int plainNumber(ByteWords words, int from, int to) {
        return NumberSpelling.plain(words, from, to);
    }

    /// Whether a byte is a space or a tab.
    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    /// Whether a byte is a digit.
    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int trimmed(byte[] bytes, int start, int end) {
        byte first = bytes[start];
        if (isDigit(first)) {
            int number = NumberSpelling.meanings(bytes, start, end);
            return number != 0 ? number : MomentSpelling.meanings(bytes, start, end);
        }
        if (first == '-' || first == '+' || first == '.' || first == ',') {
            return end - start == 1
                    ? (first == '-' ? Meaning.DASH.bit() : 0)
                    : NumberSpelling.meanings(bytes, start, end);
        }
        return word(bytes, start, end);
    }

    private static int word(byte[] bytes, int start, int end) {
        int length = end - start;
        byte first = bytes[start];
        if (first == '?') {
            return length == 1 ? MISSING : 0;
        }
        if (length > FALSE.length) {
            return 0;
        }
        if (equalsIgnoringCase(bytes, start, end, TRUE) || equalsIgnoringCase(bytes, start, end, FALSE)) {
            return Meaning.BOOLEAN.bit();
        }
        for (byte[] word : MISSING_WORDS) {
            if (equalsIgnoringCase(bytes, start, end, word)) {
                return isUsualCase(bytes, start, end) ? MISSING : MISSING | ODD;
            }
        }
        return 0;
    }

    /// `NA`, `na`, `NaN` and `Null` are usual, `nA` is not: the usual ones can be told to another reader as
    /// a list.
    private static boolean isUsualCase(byte[] bytes, int start, int end) {
        return MissingWords.isUsual(bytes, start, end);
    }

    static boolean equalsIgnoringCase(byte[] bytes, int start, int end, byte[] lowerCase) {
        if (end - start != lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            int c = bytes[start + i];
            if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }
}
