package dev.signalbox.model.features;

import dev.signalbox.contract.reading.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads points in time from text: `2024-12-25`, `2024-12-25T18:30:00.5+01:00`, `12/25/2024 6:30 PM`,
/// `25.12.2024`, `Dec 25 2024`, `25-Dec-24`. English names of months; two-digit years from 1969 on, as POSIX
/// `strptime` has them; without an offset UTC.
final class DateText {
    /// What a text that is no date gives; told from NaN, which is missing, by [#isUnreadable].
    static final double UNREADABLE = Double.POSITIVE_INFINITY;

    private static final double SECONDS_PER_DAY = 86_400;
    private static final double MICROS = 1e6;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int PIVOT = 69;

    private DateText() {}

    static boolean isUnreadable(double value) {
        return value == UNREADABLE;
    }

    /// Seconds since 1970; [#UNREADABLE] where the text is no date or can be read in two ways.
    static double seconds(String cell, DateOrder order) {
        String text = cell.strip();
        int end = endOfDate(text);
        LocalDate date = date(text.substring(0, end), order);
        if (date == null) {
            return UNREADABLE;
        }
        double ofDay = TimeText.seconds(text.substring(end));
        if (isUnreadable(ofDay)) {
            return UNREADABLE;
        }
        // In whole microseconds and then divided, as the database does it for typed values.
        return Math.rint((date.toEpochDay() * SECONDS_PER_DAY + ofDay) * MICROS) / MICROS;
    }

    /// The date ends before the first `T` or space that digits with a colon follow.
    private static int endOfDate(String text) {
        int colon = text.indexOf(':');
        int last = colon < 0 ? text.length() : colon;
        while (colon >= 0 && last > 0 && Character.isDigit(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private static @Nullable LocalDate date(String text, DateOrder order) {
        String[] parts = new String[3];
        if (split(text, parts) != 3) {
            return null;
        }
        int named = Character.isLetter(parts[0].charAt(0)) ? 0 : 1;
        if (Character.isLetter(parts[named].charAt(0))) {
            return dayOf(parts[2], month(parts[named]), parts[1 - named]);
        }
        if (parts[0].length() == 4) {
            return dayOf(parts[0], whole(parts[1]), parts[2]);
        }
        LocalDate dayFirst = dayOf(parts[2], whole(parts[1]), parts[0]);
        LocalDate monthFirst = dayOf(parts[2], whole(parts[0]), parts[1]);
        return switch (order) {
            case DAY_FIRST -> dayFirst;
            case MONTH_FIRST -> monthFirst;
            case UNAMBIGUOUS -> only(dayFirst, monthFirst);
        };
    }

    private static @Nullable LocalDate only(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || one.equals(other)) {
            return other;
        }
        return other == null ? one : null;
    }

    /// Cuts into runs of digits or letters; 4 where there are more than three or a sign that dates do not
    /// have.
    private static int split(String text, String[] parts) {
        int count = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (start >= 0 && !sameRun(text.charAt(start), c)) {
                if (count == 3) {
                    return 4;
                }
                parts[count++] = text.substring(start, i);
                start = -1;
            }
            boolean dangling = c == 'T' && i == text.length() - 1;
            if (start < 0 && Character.isLetterOrDigit(c) && !dangling) {
                start = i;
            } else if (start < 0 && (count == 0 || "-/., T".indexOf(c) < 0)) {
                return 4;
            }
        }
        return count;
    }

    private static boolean sameRun(char first, char next) {
        return Character.isDigit(first) ? Character.isDigit(next) : Character.isLetter(next);
    }

    private static int month(String word) {
        if (word.length() < 3) {
            return 0;
        }
        int place = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
        return place % 3 == 0 ? place / 3 + 1 : 0;
    }

    private static @Nullable LocalDate dayOf(String yearText, int month, String dayText) {
        int year = whole(yearText);
        int day = whole(dayText);
        boolean fits = (yearText.length() == 4 || yearText.length() == 2) && dayText.length() <= 2;
        if (!fits || year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        int full = yearText.length() == 4 ? year : year + (year < PIVOT ? 2_000 : 1_900);
        try {
            return LocalDate.of(full, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int whole(String digits) {
        if (digits.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
