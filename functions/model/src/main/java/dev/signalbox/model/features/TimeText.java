package dev.signalbox.model.features;

/// Reads the time of day from text: `18:30`, `18:30:00.123456`, `6:30 PM`, each with `Z` or an offset such
/// as `+01`, `+0100` or `+01:00`.
final class TimeText {
    private static final double[] UNIT_SECONDS = {3_600, 60, 1};
    private static final int[] LIMITS = {24, 60, 61};

    private final String text;
    private int at;

    private TimeText(String text) {
        this.text = text;
    }

    /// Seconds since midnight in UTC, below 0 or above 86,400 by the offset; 0 for an empty text and
    /// [DateText#UNREADABLE] for one that is no time.
    static double seconds(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : new TimeText(stripped).read();
    }

    private double read() {
        double seconds = 0;
        int units = 0;
        while (units < UNIT_SECONDS.length) {
            int value = digits(2);
            if (value < 0 || value >= LIMITS[units]) {
                return DateText.UNREADABLE;
            }
            seconds += value * UNIT_SECONDS[units++];
            if (!taken(':')) {
                break;
            }
        }
        seconds += fraction();
        double half = halfOfDay(seconds);
        double offset = offset();
        return units < 2 || at < text.length() || Double.isNaN(half + offset)
                ? DateText.UNREADABLE
                : seconds + half - offset;
    }

    private int digits(int most) {
        int start = at;
        int value = 0;
        while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
            value = value * 10 + Character.digit(text.charAt(at++), 10);
        }
        return at == start ? -1 : value;
    }

    private boolean taken(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /// Microseconds; further digits are cut off, as the database does.
    private double fraction() {
        double value = 0;
        double unit = 100_000;
        if (taken('.')) {
            for (; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
                value += unit >= 1 ? Character.digit(text.charAt(at), 10) * unit : 0;
                unit /= 10;
            }
        }
        return value / 1e6;
    }

    private double halfOfDay(double seconds) {
        while (taken(' ')) {
            // Between the time and AM, PM or an offset.
        }
        boolean morning = text.startsWith("AM", at) || text.startsWith("am", at);
        boolean evening = text.startsWith("PM", at) || text.startsWith("pm", at);
        if (!morning && !evening) {
            return 0;
        }
        at += 2;
        boolean noonHour = seconds >= 43_200;
        if (morning) {
            return noonHour ? -43_200 : 0;
        }
        return noonHour ? 0 : 43_200;
    }

    private double offset() {
        if (taken('Z')) {
            return 0;
        }
        int sign = taken('+') ? 1 : taken('-') ? -1 : 0;
        if (sign == 0) {
            return 0;
        }
        int hours = digits(2);
        taken(':');
        int minutes = at < text.length() ? digits(2) : 0;
        return hours < 0 || minutes < 0 ? Double.NaN : sign * (hours * 3_600.0 + minutes * 60.0);
    }
}
