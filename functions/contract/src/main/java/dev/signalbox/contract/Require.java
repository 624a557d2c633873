package dev.signalbox.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks of one value in a record's constructor; each message names the member, what was found and what was
/// expected.
public final class Require {
    private Require() {}

    /// The text, when it is not blank.
    public static String notBlank(@Nullable String value, String member) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(member + " is missing or blank; expected some text");
        }
        return value;
    }

    /// The value, when it is present.
    public static <T> T present(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return value;
    }

    /// The number, when it is finite and within the closed range.
    public static double inRange(double value, double low, double high, String member) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    member + " is " + value + "; expected a number from " + low + " to " + high);
        }
        return value;
    }

    /// The whole number, when it is within the closed range.
    public static long inRange(long value, long low, long high, String member) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    member + " is " + value + "; expected a whole number from " + low + " to " + high);
        }
        return value;
    }

    /// An unmodifiable copy; an absent list is an empty one.
    public static <T> List<T> listOrEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /// Fails with the message when the condition does not hold.
    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
