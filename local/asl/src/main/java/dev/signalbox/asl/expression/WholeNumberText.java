package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.Functions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `$string` with JavaScript's notation of numbers: a whole number is written in full below 1e21, where the port
/// goes over to an exponent as soon as it fits no `long`.
final class WholeNumberText {
    private static final double SMALLEST_WITH_EXPONENT = 1e21;
    private static final double LARGEST_OF_THE_PORT = 1e15;

    private WholeNumberText() {}

    static @Nullable Object string(@Nullable Object value, @Nullable Object prettify) {
        return Functions.string(written(value), prettify instanceof Boolean flag ? flag : null);
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case Double number when inFull(number) -> BigDecimal.valueOf(number).toBigInteger();
            case Map<?, ?> object
            when containsOne(object.values()) -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                object.forEach((key, member) -> copy.put(String.valueOf(key), written(member)));
                yield copy;
            }
            case List<?> list
            when containsOne(list) -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(item -> copy.add(written(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static boolean containsOne(Iterable<?> values) {
        for (Object value : values) {
            boolean found = switch (value) {
                case Double number -> inFull(number);
                case Map<?, ?> object -> containsOne(object.values());
                case List<?> list -> containsOne(list);
                case null, default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean inFull(Double number) {
        double size = Math.abs(number);
        return size >= LARGEST_OF_THE_PORT && size < SMALLEST_WITH_EXPONENT && number == Math.rint(number);
    }
}
