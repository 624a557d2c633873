package dev.signalbox.runtime.value;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/// Reads a value whose meaning is known to be accepted by its column.
public final class ValueReader {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private ValueReader() {}

    /// A whole number.
    public static long whole(byte[] bytes, int from, int to) {
        int start = trimStart(bytes, from, to);
        return Long.parseLong(NumberSpelling.ascii(bytes, start, trimEnd(bytes, start, to)));
    }

    /// A number, rounded to the nearest double.
    ///
    /// Short ones are a whole number divided by a power of ten, both exact, so that the quotient is the
    /// nearest double (Clinger, "How to Read Floating Point Numbers Accurately", 1990); the rest is left to
    /// Java's parser.
    public static double number(byte[] bytes, int from, int to, boolean commaDecimal) {
        int start = trimStart(bytes, from, to);
        int end = trimEnd(bytes, start, to);
        byte decimal = (byte) (commaDecimal ? ',' : '.');
        boolean negative = bytes[start] == '-';
        long digits = 0;
        int count = 0;
        int scale = -1;
        for (int at = negative || bytes[start] == '+' ? start + 1 : start; at < end; at++) {
            byte b = bytes[at];
            if (Spelling.isDigit(b)) {
                digits = digits * 10 + b - '0';
                count++;
                scale += scale >= 0 ? 1 : 0;
            } else if (b == decimal) {
                scale = 0;
            } else if (b == 'e' || b == 'E') {
                return slowly(bytes, start, end, commaDecimal);
            }
        }
        if (count > EXACT_DIGITS) {
            return slowly(bytes, start, end, commaDecimal);
        }
        double value = scale <= 0 ? digits : digits / POWERS_OF_TEN[scale];
        return negative ? -value : value;
    }

    /// Whether a number with a decimal point is a whole one of 64 bits.
    static boolean isWhole(byte[] bytes, int from, int to) {
        double value = number(bytes, from, to, false);
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE;
    }

    /// True or false.
    public static boolean truth(byte[] bytes, int from, int to) {
        byte first = bytes[trimStart(bytes, from, to)];
        return first == 't' || first == 'T';
    }

    /// Days since 1970-01-01.
    public static int epochDay(byte[] bytes, int from, int to, ColumnPlan plan) {
        int start = trimStart(bytes, from, to);
        return day(bytes, start, dayEnd(bytes, start, trimEnd(bytes, start, to)), plan);
    }

    /// Microseconds since 1970-01-01T00:00 in UTC; a day is its midnight.
    public static long epochMicros(byte[] bytes, int from, int to, ColumnPlan plan) {
        int start = trimStart(bytes, from, to);
        int end = trimEnd(bytes, start, to);
        int dayEnd = dayEnd(bytes, start, end);
        long time = dayEnd == end ? 0 : ClockSpelling.micros(bytes, dayEnd, end);
        return TimeUnit.DAYS.toMicros(day(bytes, start, dayEnd, plan)) + time;
    }

    private static int day(byte[] bytes, int start, int end, ColumnPlan plan) {
        int first = start + MomentSpelling.digits(bytes, start, end);
        int second = first + 1 + MomentSpelling.digits(bytes, first + 1, end);
        int a = MomentSpelling.number(bytes, start, first);
        int b = MomentSpelling.number(bytes, first + 1, second);
        int c = MomentSpelling.number(bytes, second + 1, end);
        LocalDate day;
        if (Meaning.DATE_YMD.in(plan.accepted())) {
            day = LocalDate.of(a, b, c);
        } else if (Meaning.DATE_MDY.in(plan.accepted())) {
            day = LocalDate.of(c, a, b);
        } else {
            day = LocalDate.of(c, b, a);
        }
        return (int) day.toEpochDay();
    }

    private static int dayEnd(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && (Spelling.isDigit(bytes[at]) || MomentSpelling.isSeparator(bytes[at]))) {
            at++;
        }
        return at;
    }

    private static double slowly(byte[] bytes, int start, int end, boolean commaDecimal) {
        String text = NumberSpelling.ascii(bytes, start, end);
        String grouping = commaDecimal ? "." : ",";
        return Double.parseDouble(text.replace(grouping, "").replace(',', '.'));
    }

    private static int trimStart(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Spelling.isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int trimEnd(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && Spelling.isSpace(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
