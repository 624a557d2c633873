package dev.signalbox.data.ingest.type;

import java.nio.charset.StandardCharsets;

/// Numbers: `[sign] digits [separator digits] [exponent]` and grouped digits, in the dot's and in the
/// comma's way of writing.
final class NumberSpelling {
    private static final int SURELY_LONG = 18;
    private static final int GROUP = 3;
    private static final int PADDED_INTEGER = Meaning.PADDED_INTEGER.bit();
    private static final int HUGE_INTEGER = Meaning.HUGE_INTEGER.bit();
    private static final int INTEGER = Meaning.INTEGER.bit();
    private static final int GROUPED_DOT_NUMBER = Meaning.GROUPED_DOT_NUMBER.bit();
    private static final int GROUPED_COMMA_NUMBER = Meaning.GROUPED_COMMA_NUMBER.bit();
    private static final int DOT_NUMBER = Meaning.DOT_NUMBER.bit();
    private static final int COMMA_NUMBER = Meaning.COMMA_NUMBER.bit();
    private static final int ODD = Meaning.ODD.bit();

    /// From this exponent on a number of at most 64 characters may not fit a double; it is parsed to know.
    private static final int SURELY_FINITE = 240;

    private NumberSpelling() {}

    /// `12`, `-12`, `12.25`: of at most 16 bytes, with no grouping that could be meant; 0 for all else.
    static int plain(ByteWords words, int start, int end) {
        byte[] bytes = words.bytes();
        int length = end - start;
        if (length == 0 || length > 2 * ByteWords.SIZE || start + 2 * ByteWords.SIZE > bytes.length) {
            return 0;
        }
        int inFirst = Math.min(length, ByteWords.SIZE);
        long low = ByteWords.nonDigits(ByteWords.padded(words.at(start), inFirst));
        long high = length == inFirst
                ? 0
                : ByteWords.nonDigits(ByteWords.padded(words.at(start + inFirst), length - inFirst));
        int digits = start;
        if (bytes[start] == '-') {
            low &= low - 1;
            digits++;
        }
        if ((low | high) == 0) {
            return digits == end ? 0 : bytes[digits] != '0' || end - digits == 1 ? INTEGER : PADDED_INTEGER;
        }
        int dot = start + (low == 0 ? inFirst + ByteWords.first(high) : ByteWords.first(low));
        boolean single = (low & (low - 1)) == 0 && (high & (high - 1)) == 0 && (low == 0 || high == 0);
        boolean fraction = single && bytes[dot] == '.' && dot > digits && dot < end - 1 && end - dot - 1 != GROUP;
        return fraction && (bytes[digits] != '0' || dot == digits + 1) ? DOT_NUMBER : 0;
    }

    static int meanings(byte[] bytes, int start, int end) {
        boolean signed = bytes[start] == '-' || bytes[start] == '+';
        int odd = bytes[start] == '+' ? ODD : 0;
        int digits = signed ? start + 1 : start;
        int at = digitsEnd(bytes, digits, end);
        int found;
        if (at == end) {
            found = integer(bytes, digits, end, start);
        } else if (bytes[at] == '.') {
            found = separated(bytes, digits, at, end, '.');
        } else if (bytes[at] == ',') {
            found = separated(bytes, digits, at, end, ',');
        } else {
            found = at == digits ? 0 : exponent(bytes, start, at, end, bothWays());
        }
        return found == 0 ? 0 : found | odd;
    }

    private static int integer(byte[] bytes, int digits, int end, int start) {
        int length = end - digits;
        if (length == 0) {
            return 0;
        }
        if (length > 1 && bytes[digits] == '0') {
            return PADDED_INTEGER;
        }
        if (length <= SURELY_LONG) {
            return INTEGER;
        }
        return fitsLong(bytes, start, end) ? INTEGER : HUGE_INTEGER;
    }

    /// `at` stands on the first separator.
    private static int separated(byte[] bytes, int digits, int at, int end, char separator) {
        int next = digitsEnd(bytes, at + 1, end);
        int found = next - at - 1 == GROUP ? grouped(bytes, digits, at, end, separator) : 0;
        boolean bare = at == digits || next == at + 1;
        if (at == digits && next == at + 1) {
            return 0;
        }
        boolean padded = at > digits + 1 && bytes[digits] == '0';
        int way = separator == '.' ? DOT_NUMBER : COMMA_NUMBER;
        int odd = bare || padded ? ODD : 0;
        if (next == end) {
            return found | way | odd;
        }
        int scaled = exponent(bytes, digits, next, end, way);
        return scaled == 0 ? found : scaled | odd;
    }

    /// `1,234,567.8` by `,` or `1.234.567,8` by `.`; 0 where the groups are not of three.
    private static int grouped(byte[] bytes, int digits, int first, int end, char separator) {
        if (first == digits || first - digits > GROUP || bytes[digits] == '0') {
            return 0;
        }
        int at = first;
        while (at < end && bytes[at] == separator) {
            int next = digitsEnd(bytes, at + 1, end);
            if (next - at - 1 != GROUP) {
                return 0;
            }
            at = next;
        }
        if (at < end) {
            char decimal = separator == ',' ? '.' : ',';
            if (bytes[at] != decimal || digitsEnd(bytes, at + 1, end) != end) {
                return 0;
            }
        }
        return separator == ',' ? GROUPED_DOT_NUMBER : GROUPED_COMMA_NUMBER;
    }

    /// `at` stands on what should be an `e`.
    private static int exponent(byte[] bytes, int start, int at, int end, int ways) {
        if (bytes[at] != 'e' && bytes[at] != 'E') {
            return 0;
        }
        int digits = at + 1 < end && (bytes[at + 1] == '-' || bytes[at + 1] == '+') ? at + 2 : at + 1;
        if (digits >= end || end - digits > GROUP || digitsEnd(bytes, digits, end) != end) {
            return 0;
        }
        int power = Integer.parseInt(ascii(bytes, digits, end));
        boolean finite = power < SURELY_FINITE
                || !Double.isInfinite(
                        Double.parseDouble(ascii(bytes, start, end).replace(',', '.')));
        return finite ? ways : 0;
    }

    private static int bothWays() {
        return DOT_NUMBER | COMMA_NUMBER;
    }

    private static int digitsEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && Spelling.isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean fitsLong(byte[] bytes, int start, int end) {
        try {
            Long.parseLong(ascii(bytes, start, end));
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    static String ascii(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
