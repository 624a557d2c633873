package dev.signalbox.data.validate.checks;

/// What a text looks like.
public enum TextKind {
    /// A whole number.
    WHOLE,
    /// A number with a fraction or an exponent.
    NUMBER,
    /// A day as ISO 8601 writes it.
    DATE,
    /// Digits that are no quantity: a leading zero, or more digits than arithmetic keeps.
    CODE,
    /// Anything else.
    TEXT;

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_NUMBER = 40;
    private static final String ISO_DAY = "dddd-dd-dd";

    /// The kind of a text; spaces around it do not matter.
    public static TextKind of(String text) {
        String value = text.strip();
        if (value.isEmpty() || value.length() > LONGEST_NUMBER) {
            return TEXT;
        }
        int sign = value.charAt(0) == '-' || value.charAt(0) == '+' ? 1 : 0;
        String digits = value.substring(sign);
        if (!digits.isEmpty() && digits.chars().allMatch(TextKind::isDigit)) {
            boolean code = digits.length() > MOST_DIGITS || (digits.length() > 1 && digits.charAt(0) == '0');
            return code ? CODE : WHOLE;
        }
        return isNumber(digits) ? NUMBER : isIsoDay(value) ? DATE : TEXT;
    }

    private static boolean isNumber(String text) {
        if (!text.chars().allMatch(c -> isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+')
                || text.chars().noneMatch(TextKind::isDigit)) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(text)) && text.charAt(0) != '-' && text.charAt(0) != '+';
        } catch (NumberFormatException e) {
            // Right letters in the wrong order, such as 1.2.3.
            return false;
        }
    }

    private static boolean isIsoDay(String text) {
        if (text.length() != ISO_DAY.length()) {
            return false;
        }
        for (int i = 0; i < ISO_DAY.length(); i++) {
            boolean fits = ISO_DAY.charAt(i) == 'd' ? isDigit(text.charAt(i)) : text.charAt(i) == '-';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
