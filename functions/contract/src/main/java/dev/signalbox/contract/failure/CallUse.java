package dev.signalbox.contract.failure;

import dev.signalbox.contract.Require;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a call had used when it failed. It travels as a line of the failure's text, which is all that Lambda
/// hands on of an exception beside its class.
///
/// @param memoryMb that the process held, 0 or more
/// @param memoryLimitMb that it could have held, 0 or more
/// @param seconds since the call began, 0 or more
public record CallUse(long memoryMb, long memoryLimitMb, double seconds) {
    private static final Pattern LINE =
            Pattern.compile("\nUsed: (\\d{1,9}) of (\\d{1,9}) MB in (\\d{1,9}\\.\\d{3}) s(?=\n|$)");

    public CallUse {
        Require.that(
                memoryMb >= 0 && memoryLimitMb >= 0 && seconds >= 0,
                "memoryMb, memoryLimitMb and seconds are 0 or more");
    }

    /// As it stands in a text, with the line end before it.
    String line() {
        return String.format(Locale.ROOT, "\nUsed: %d of %d MB in %.3f s", memoryMb, memoryLimitMb, seconds);
    }

    /// What a text carries; empty where a call could not say, such as one that was killed.
    public static Optional<CallUse> in(String text) {
        Matcher line = LINE.matcher(text);
        return line.find()
                ? Optional.of(new CallUse(
                        Long.parseLong(line.group(1)),
                        Long.parseLong(line.group(2)),
                        Double.parseDouble(line.group(3))))
                : Optional.empty();
    }

    /// The text without it.
    public static String without(String text) {
        return LINE.matcher(text).replaceAll("");
    }
}
