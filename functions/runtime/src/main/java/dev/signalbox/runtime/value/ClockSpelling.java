package dev.signalbox.runtime.value;

import java.util.concurrent.TimeUnit;

/// A time of day after a day: `T` or a space, `HH:mm[:ss[.fraction]]`, and a zone as `Z`, `+HH`, `+HHmm` or
/// `+HH:mm`.
final class ClockSpelling {
    /// Not a time.
    static final int NONE = 0;
    /// A time as everybody writes it, without a zone.
    static final int PLAIN_TIME = 1;
    /// A time with a zone or in another form.
    static final int ODD_TIME = 2;

    private static final int MICROS_DIGITS = 6;
    private static final int NANOS_DIGITS = 9;
    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3_600;

    private ClockSpelling() {}

    static int check(byte[] bytes, int from, int end) {
        return new Reading(bytes, from, end).parse();
    }

    /// Microseconds since midnight in UTC, less than zero or above a day where the zone crosses midnight.
    static long micros(byte[] bytes, int from, int end) {
        Reading reading = new Reading(bytes, from, end);
        reading.parse();
        return TimeUnit.SECONDS.toMicros(reading.seconds) + reading.micros;
    }

    /// One pass over the text; a class so that the position and the result need no array.
    private static final class Reading {
        private final byte[] bytes;
        private final int end;
        private int at;
        private long seconds;
        private long micros;
        private boolean odd;

        Reading(byte[] bytes, int from, int end) {
            this.bytes = bytes;
            this.at = from;
            this.end = end;
        }

        int parse() {
            if (!eat('T') && !eat(' ')) {
                return NONE;
            }
            int hour = two(23);
            int minute = eat(':') ? two(59) : -1;
            if (hour < 0 || minute < 0) {
                return NONE;
            }
            seconds = hour * SECONDS_AN_HOUR + minute * SECONDS_A_MINUTE;
            if (eat(':')) {
                int second = two(59);
                if (second < 0 || !fraction()) {
                    return NONE;
                }
                seconds += second;
            } else {
                odd = true;
            }
            return at == end || zone() ? (odd ? ODD_TIME : PLAIN_TIME) : NONE;
        }

        private boolean fraction() {
            if (!eat('.')) {
                return true;
            }
            int from = at;
            long scale = 100_000;
            while (at < end && Spelling.isDigit(bytes[at])) {
                micros += scale * (bytes[at++] - '0');
                scale /= 10;
            }
            odd |= at - from > MICROS_DIGITS;
            return at > from && at - from <= NANOS_DIGITS;
        }

        private boolean zone() {
            odd = true;
            eat(' ');
            if (eat('Z')) {
                return at == end;
            }
            int sign = eat('+') ? 1 : eat('-') ? -1 : 0;
            int hours = two(18);
            eat(':');
            int minutes = at == end ? 0 : two(59);
            if (sign == 0 || hours < 0 || minutes < 0) {
                return false;
            }
            seconds -= sign * (hours * SECONDS_AN_HOUR + minutes * SECONDS_A_MINUTE);
            return at == end;
        }

        private boolean eat(char wanted) {
            if (at < end && bytes[at] == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private int two(int greatest) {
            if (at + 2 > end || !Spelling.isDigit(bytes[at]) || !Spelling.isDigit(bytes[at + 1])) {
                return -1;
            }
            int value = MomentSpelling.number(bytes, at, at + 2);
            at += 2;
            return value <= greatest ? value : -1;
        }
    }
}
