package dev.signalbox.runtime.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/// Typed values as text, character by character as DuckDB casts them to VARCHAR: repairs of labels look at
/// typed values in that form, in the database and here.
final class ValueText {
    private static final int MOST_PLAIN_EXPONENT = 16;
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final long MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    private ValueText() {}

    /// The fewest digits that give the number back, with an exponent below 0.0001 and from 1e16 on.
    static String of(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (exponent >= MOST_PLAIN_EXPONENT || exponent < LEAST_PLAIN_EXPONENT) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
            return sign + digits.charAt(0) + fraction + "e" + power;
        }
        String plain = shortest.abs().toPlainString();
        return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }

    /// Java writes two digits at least, although one may do for the very smallest numbers.
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal oneDigit = java.precision() == 2 ? java.round(new MathContext(1)) : java;
        return oneDigit.doubleValue() == value ? oneDigit : java;
    }

    /// `2024-12-25`.
    static String ofDay(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        int year = day.getYear() > 0 ? day.getYear() : 1 - day.getYear();
        return padded(year, 4) + "-" + padded(day.getMonthValue(), 2) + "-" + padded(day.getDayOfMonth(), 2)
                + (day.getYear() > 0 ? "" : " (BC)");
    }

    /// `2024-12-25 18:30:00`, with a fraction where there is one.
    static String ofMoment(long epochMicros) {
        long micros = Math.floorMod(epochMicros, MICROS_PER_DAY);
        long seconds = TimeUnit.MICROSECONDS.toSeconds(micros);
        long fraction = micros - TimeUnit.SECONDS.toMicros(seconds);
        String day = ofDay(Math.floorDiv(epochMicros, MICROS_PER_DAY));
        String era = day.endsWith(" (BC)") ? " (BC)" : "";
        String time = padded(seconds / 3_600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
        String rest = fraction == 0 ? "" : "." + padded(fraction, 6).replaceAll("0+$", "");
        return day.substring(0, day.length() - era.length()) + " " + time + rest + era;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }
}
