package dev.signalbox.asl.expression;

import static dev.signalbox.asl.expression.StepFunctionsLibrary.function;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions of JSONata in which the Java port answers otherwise than JSONata 2.0.6: found by giving both
/// the same expressions. They replace the port's.
final class CorrectedLibrary {
    private static final String KEPT_IN_URLS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789;,/?:@&=+$-_.!~*'()#";

    private static final Map<String, JFunction> FUNCTIONS = functions();

    private CorrectedLibrary() {}

    static void register(Jsonata expression) {
        FUNCTIONS.forEach(expression::registerFunction);
    }

    private static Map<String, JFunction> functions() {
        Map<String, JFunction> functions = new LinkedHashMap<>();
        functions.put("replace", function("<s-(sf)(sf)n?:s>", ReplaceFunction::apply));
        functions.put("sort", function("<af?:a>", args -> sort((List<?>) args.get(0), second(args))));
        functions.put("distinct", function("<x:x>", args -> distinct(args.get(0))));
        functions.put("encodeUrl", function("<s-:s>", args -> encodeUrl((String) args.get(0))));
        functions.put("number", function("<(nsb)-:n>", args -> number(args.get(0))));
        functions.put("toMillis", function("<s-s?:n>", args -> toMillis((String) args.get(0), (String) second(args))));
        functions.put("pad", function("<s-ns?:s>", CorrectedLibrary::pad));
        functions.put("count", function("<x:n>", args -> count(args.get(0))));
        functions.put("string", function("<x-b?:s>", args -> WholeNumberText.string(args.get(0), second(args))));
        return functions;
    }

    private static @Nullable Object second(List<? extends @Nullable Object> args) {
        return args.size() > 1 ? args.get(1) : null;
    }

    /// A stable merge sort, as JSONata's: a comparator that only says "swap" breaks the contract of
    /// `List.sort`.
    private static @Nullable Object sort(@Nullable List<?> items, @Nullable Object comparator) {
        if (items == null || items.size() <= 1) {
            return items;
        }
        if (comparator == null && !Utils.isArrayOfNumbers(items) && !Utils.isArrayOfStrings(items)) {
            throw new JException("D3070", -1);
        }
        return merge(new ArrayList<Object>(items), comparator);
    }

    private static List<Object> merge(List<Object> items, @Nullable Object comparator) {
        if (items.size() <= 1) {
            return items;
        }
        int middle = items.size() / 2;
        List<Object> left = merge(items.subList(0, middle), comparator);
        List<Object> right = merge(items.subList(middle, items.size()), comparator);
        List<Object> merged = new ArrayList<>(items.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            merged.add(swaps(left.get(l), right.get(r), comparator) ? right.get(r++) : left.get(l++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }

    private static boolean swaps(Object left, Object right, @Nullable Object comparator) {
        if (comparator == null) {
            return left instanceof String text
                    ? text.compareTo((String) right) > 0
                    : ((Number) left).doubleValue() > ((Number) right).doubleValue();
        }
        try {
            List<Object> pair = new ArrayList<>(List.of(left, right));
            return Boolean.TRUE.equals(Functions.toBoolean(Functions.funcApply(comparator, pair)));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new JException(e, "D3070", -1, null, null);
        }
    }

    /// An array stays an array, even of one item; only a sequence may shrink to its item.
    private static @Nullable Object distinct(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.size() <= 1) {
            return value;
        }
        Set<Object> seen = new LinkedHashSet<>(list);
        if (!Utils.isSequence(value)) {
            return new ArrayList<>(seen);
        }
        List<Object> sequence = Utils.createSequence();
        sequence.addAll(seen);
        return sequence;
    }

    /// `null` is a value, and one.
    private static int count(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        return value instanceof List<?> list ? list.size() : 1;
    }

    private static @Nullable String encodeUrl(@Nullable String url) {
        if (url == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (KEPT_IN_URLS.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    private static @Nullable Object number(@Nullable Object value) {
        try {
            return Functions.number(value);
        } catch (NumberFormatException e) {
            throw new JException(e, "D3030", -1, value, null);
        }
    }

    /// A time without an offset is UTC: the port takes the time zone of the machine.
    private static @Nullable Object toMillis(@Nullable String timestamp, @Nullable String picture) {
        if (timestamp == null) {
            return null;
        }
        try {
            if (picture == null && timestamp.indexOf('T') > 0 && timestamp.matches(".*T[0-9:.]+")) {
                return LocalDateTime.parse(timestamp).toInstant(ZoneOffset.UTC).toEpochMilli();
            }
            return Functions.dateTimeToMillis(timestamp, picture);
        } catch (DateTimeException | ParseException e) {
            throw new JException(e, "D3110", -1, timestamp, null);
        }
    }

    private static @Nullable Object pad(List<? extends @Nullable Object> args) {
        if (!(args.get(0) instanceof String text) || !(args.get(1) instanceof Number number)) {
            return null;
        }
        String filler = args.size() > 2 && args.get(2) instanceof String given && !given.isEmpty() ? given : " ";
        int missing = Math.abs(number.intValue()) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (missing > EvaluationBounds.MAX_CHARACTERS) {
            throw new JException(EvaluationBounds.MEMORY);
        }
        String padding = filler.repeat(missing / filler.length() + 1).substring(0, missing);
        return number.intValue() > 0 ? text + padding : padding + text;
    }
}
