package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Values as text, as DuckDB's cast to VARCHAR writes them, so that a label in a repair finds its rows.
public final class ValueTexts {
    private static final int LONGEST_KEPT = 200;
    private static final double PLAIN_FROM = 1e-5;
    private static final double PLAIN_BELOW = 1e15;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private ValueTexts() {}

    /// A text as profiles keep it: at most 200 characters.
    public static String capped(String text) {
        return text.length() <= LONGEST_KEPT ? text : text.substring(0, LONGEST_KEPT);
    }

    /// The key under which a text is counted: itself, or the start of a long one with its hash.
    static String key(String text, long hash) {
        return text.length() <= LONGEST_KEPT ? text : capped(text) + Long.toHexString(hash);
    }

    /// A number's text.
    ///
    /// @param bits the value of a whole number, the bits of another
    public static String of(ColumnType type, long bits) {
        return switch (type) {
            case INTEGER -> Long.toString(bits);
            case NUMBER -> ofNumber(Double.longBitsToDouble(bits));
            case DATE ->
                LocalDate.ofInstant(instant(Double.longBitsToDouble(bits)), ZoneOffset.UTC)
                        .toString();
            case TIMESTAMP -> ofTimestamp(instant(Double.longBitsToDouble(bits)));
            case BOOLEAN, TEXT -> throw new IllegalArgumentException(type.id() + " is not a number");
        };
    }

    private static String ofNumber(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (value == 0 || (size >= PLAIN_FROM && size < PLAIN_BELOW)) {
            String plain = new BigDecimal(Double.toString(value)).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return Double.toString(value);
    }

    private static String ofTimestamp(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return time.format(time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS);
    }

    private static Instant instant(double epochSeconds) {
        double whole = Math.floor(epochSeconds);
        return Instant.ofEpochSecond((long) whole, Math.round((epochSeconds - whole) * 1e6) * 1_000);
    }
}
