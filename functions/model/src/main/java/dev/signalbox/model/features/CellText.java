package dev.signalbox.model.features;

import java.util.Locale;

/// Reads numbers and truth values from text, independent of locale.
final class CellText {
    /// What a text that is no number gives; told from NaN, which is missing, by [#isUnreadable].
    static final double UNREADABLE = Double.POSITIVE_INFINITY;

    private static final int LONGEST_MARK = 5;

    private CellText() {}

    static boolean isUnreadable(double value) {
        return value == UNREADABLE;
    }

    /// Whether a text is one of the usual marks of a missing value.
    static boolean isMissing(String cell) {
        String text = cell.strip();
        if (text.length() > LONGEST_MARK) {
            return false;
        }
        return switch (text) {
            case "", "NA", "na", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL", "Null" -> true;
            case "None", "none", "NONE", "?", "-", "." -> true;
            default -> false;
        };
    }

    /// The number; NaN when missing or not finite, [#UNREADABLE] when it is none.
    static double number(String cell) {
        if (isMissing(cell)) {
            return Double.NaN;
        }
        String text = cell.strip();
        double plain = plain(text);
        return isUnreadable(plain) ? plain(withoutDress(text)) : plain;
    }

    /// 1 or 0; NaN when missing, [#UNREADABLE] when it is neither.
    static double flag(String cell) {
        if (isMissing(cell)) {
            return Double.NaN;
        }
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "1.0" -> 1;
            case "false", "f", "no", "n", "0", "0.0" -> 0;
            default -> UNREADABLE;
        };
    }

    private static double plain(String text) {
        if (!isNumeral(text)) {
            return isInfinite(text) ? Double.NaN : UNREADABLE;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return UNREADABLE;
        }
    }

    /// Java also reads `1d`, `0x1p3` and `Infinity`; a data file does not mean these.
    private static boolean isNumeral(String text) {
        if (text.isEmpty() || Character.isLetter(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    private static boolean isInfinite(String text) {
        String word = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
    }

    /// `$1,234.50` as `1234.50` and `1,5` as `1.5`: a currency sign before and commas between groups of
    /// three digits go, and another comma is the decimal sign.
    private static String withoutDress(String text) {
        String bare = text;
        if (!bare.isEmpty() && Character.getType(bare.charAt(0)) == Character.CURRENCY_SYMBOL) {
            bare = bare.substring(1).strip();
        }
        if (hasGroups(bare)) {
            return bare.replace(",", "");
        }
        boolean decimal = bare.indexOf('.') < 0 && bare.indexOf(',') == bare.lastIndexOf(',');
        return decimal ? bare.replace(',', '.') : bare;
    }

    private static boolean hasGroups(String text) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean found = false;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
            if (comma == 0 || comma >= end || (end - comma) % 4 != 0) {
                return false;
            }
            found = true;
        }
        return found;
    }
}
