package dev.signalbox.data.validate.checks;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names and labels from the data inside our own sentences: quoted, cut, and without control characters, so
/// that they can neither break a line nor be taken for our words.
public final class Quoted {
    private static final int LONGEST = 60;
    private static final int MOST = 20;

    private Quoted() {}

    /// A name in single quotes.
    public static String name(String name) {
        StringBuilder clean = new StringBuilder("'");
        name.codePoints().limit(LONGEST).map(c -> isShown(c) ? c : '\uFFFD').forEach(clean::appendCodePoint);
        return clean.append(name.codePointCount(0, name.length()) > LONGEST ? "…'" : "'")
                .toString();
    }

    /// Names with commas, at most 20.
    public static String names(Collection<String> names) {
        String listed = names.stream().limit(MOST).map(Quoted::name).collect(Collectors.joining(", "));
        return names.size() <= MOST ? listed : listed + " and " + (names.size() - MOST) + " more";
    }

    /// A share as a percentage that never reads 0 % for something or 100 % for not everything.
    public static String percent(double share) {
        if (share > 0 && share < 0.001) {
            return "less than 0.1 %";
        }
        if (share > 0.999 && share < 1) {
            return "more than 99.9 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /// A count with its noun.
    public static String count(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /// Rows with the word.
    public static String rows(long count) {
        return count(count, "row", "rows");
    }

    /// A number as people write it: six digits, no exponent where it can be helped.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static boolean isShown(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
