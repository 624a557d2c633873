package dev.signalbox.runtime.value;

/// Days and points in time, with the year first, the month first or the day first.
///
/// Limitations: four-digit years from 0001 only, no names of months, no week dates, no leap seconds.
final class MomentSpelling {
    private static final int SHORTEST = 8;
    private static final int YEAR_DIGITS = 4;
    private static final int MONTHS = 12;
    private static final int ODD = Meaning.ODD.bit();

    private MomentSpelling() {}

    static int meanings(byte[] bytes, int start, int end) {
        if (end - start < SHORTEST) {
            return 0;
        }
        int first = digits(bytes, start, end);
        int at = start + first;
        if (at >= end || !isSeparator(bytes[at])) {
            return 0;
        }
        int second = digits(bytes, at + 1, end);
        int next = at + 1 + second;
        if (second < 1 || second > 2 || next >= end || bytes[next] != bytes[at]) {
            return 0;
        }
        int third = digits(bytes, next + 1, end);
        int dayEnd = next + 1 + third;
        int a = number(bytes, start, at);
        int b = number(bytes, at + 1, next);
        int c = number(bytes, next + 1, dayEnd);
        int days = 0;
        if (first == YEAR_DIGITS && third >= 1 && third <= 2) {
            days = isDay(a, b, c) ? Meaning.DATE_YMD.bit() : 0;
            boolean usual = bytes[at] == '-' && second == 2 && third == 2;
            days |= usual || days == 0 ? 0 : ODD;
        } else if (first <= 2 && third == YEAR_DIGITS) {
            days = (isDay(c, a, b) ? Meaning.DATE_MDY.bit() | ODD : 0)
                    | (isDay(c, b, a) ? Meaning.DATE_DMY.bit() | ODD : 0);
        }
        return dayEnd == end || days == 0 ? days : withTime(bytes, dayEnd, end, days);
    }

    /// Days become points in time when a time of day follows.
    private static int withTime(byte[] bytes, int at, int end, int days) {
        int time = ClockSpelling.check(bytes, at, end);
        if (time == ClockSpelling.NONE) {
            return 0;
        }
        int shift = Meaning.TIME_YMD.place() - Meaning.DATE_YMD.place();
        int moments = (days & ~ODD) << shift;
        return moments | (days & ODD) | (time == ClockSpelling.ODD_TIME ? ODD : 0);
    }

    static boolean isSeparator(byte b) {
        return b == '-' || b == '/' || b == '.';
    }

    static boolean isDay(int year, int month, int day) {
        return year >= 1 && month >= 1 && month <= MONTHS && day >= 1 && day <= lengthOf(year, month);
    }

    private static int lengthOf(int year, int month) {
        return switch (month) {
            case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && at - from <= YEAR_DIGITS && Spelling.isDigit(bytes[at])) {
            at++;
        }
        return at - from;
    }

    static int number(byte[] bytes, int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }
}
