package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import com.dashjoin.jsonata.Utils.JList;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata and that need nothing from the world: `$partition`,
/// `$range`, `$hash`, `$parse`.
///
/// Source: AWS Step Functions Developer Guide, "JSONata functions provided by Step Functions". What the page
/// leaves open was taken from what AWS answers: numbers are rounded towards zero; a chunk of nothing, an empty
/// array, a step that leads away from the end and a hash without an algorithm are "nothing"; `$range` gives a
/// sequence (one element is unwrapped), `$partition` an array (it is not).
final class StepFunctionsLibrary {
    /// Items of one `$range`: AWS gives so many and refuses one more.
    private static final long MAX_RANGE_ITEMS = 360_145;

    private static final List<String> ALGORITHMS = List.of("SHA-1", "SHA-384", "SHA-256", "SHA-512", "MD5");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Object> FUNCTIONS = functions();

    private StepFunctionsLibrary() {}

    /// Adds the functions to an expression and takes `$eval` away, which Step Functions does not have.
    static void register(Jsonata expression) {
        FUNCTIONS.forEach(expression::assign);
        expression.assign("eval", null);
    }

    private static Map<String, Object> functions() {
        Map<String, Object> functions = new LinkedHashMap<>();
        functions.put("partition", lambda("partition", 2, StepFunctionsLibrary::partition));
        functions.put("range", lambda("range", 3, StepFunctionsLibrary::range));
        functions.put("hash", lambda("hash", 2, StepFunctionsLibrary::hash));
        functions.put("parse", lambda("parse", 1, StepFunctionsLibrary::parse));
        return functions;
    }

    /// A lambda around the native function: JSONata can apply only its own functions partially
    /// (`$hash(?, 'MD5')`).
    private static Object lambda(String name, int arity, Body body) {
        String parameters = IntStream.range(0, arity).mapToObj(i -> "$p" + i).collect(Collectors.joining(", "));
        Jsonata wrapper = Jsonata.jsonata("function(" + parameters + ") { $" + name + "(" + parameters + ") }");
        wrapper.setOutputConvertNulls(false);
        wrapper.registerFunction(name, function("<" + "x?".repeat(arity) + ":x>", body));
        return Objects.requireNonNull(wrapper.evaluate(null));
    }

    static JFunction function(String signature, Body body) {
        return new JFunction((input, args) -> body.apply(args), signature);
    }

    /// What a function does with its arguments; an argument that was left out or is nothing is `null`.
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(List<? extends @Nullable Object> args);
    }

    private static @Nullable Object partition(List<? extends @Nullable Object> args) {
        Object argument = args.get(0);
        if (argument == null) {
            return null;
        }
        if (!(argument instanceof List<?> array)) {
            throw new JException("T0412: Argument 1 of function \"partition\" must be an array of undefined", -1);
        }
        long chunk = args.get(1) == null ? Math.max(1, array.size()) : whole("partition", args, 1);
        if (chunk < 0) {
            throw failure("Second argument must be zero or greater");
        }
        if (chunk == 0 || array.isEmpty()) {
            return null;
        }
        int size = (int) Math.min(chunk, array.size());
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < array.size(); from += size) {
            chunks.add(new ArrayList<>(array.subList(from, Math.min(array.size(), from + size))));
        }
        return chunks;
    }

    private static @Nullable Object range(List<? extends @Nullable Object> args) {
        long first = whole("range", args, 0);
        long last = whole("range", args, 1);
        if (args.get(2) == null) {
            return null;
        }
        long step = whole("range", args, 2);
        if (step == 0 || (first < last && step < 0) || (first > last && step > 0)) {
            return null;
        }
        double count = Math.floor(((double) last - first) / step) + 1;
        if (count > MAX_RANGE_ITEMS) {
            throw new JException(EvaluationBounds.MEMORY);
        }
        JList<Object> sequence = (JList<Object>) Utils.createSequence();
        for (int i = 0; i < count; i++) {
            sequence.add(Utils.convertNumber((double) first + (double) i * step));
        }
        return sequence;
    }

    private static @Nullable Object hash(List<? extends @Nullable Object> args) {
        if (!(args.get(0) instanceof String text)) {
            throw mismatch("hash", 1);
        }
        if (args.get(1) == null) {
            return null;
        }
        if (!(args.get(1) instanceof String algorithm)) {
            throw mismatch("hash", 2);
        }
        if (!ALGORITHMS.contains(algorithm)) {
            throw failure("Hash algorithm '" + algorithm + "' must be one of " + String.join(", ", ALGORITHMS));
        }
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw failure("This Java runtime has no " + algorithm + ": " + e.getMessage());
        }
    }

    private static @Nullable Object parse(List<? extends @Nullable Object> args) {
        if (args.get(0) == null) {
            return null;
        }
        if (!(args.get(0) instanceof String json)) {
            throw mismatch("parse", 1);
        }
        try {
            JsonNode tree = JSON.readTree(json);
            if (!tree.isMissingNode()) {
                return JsonValues.toJava(tree);
            }
        } catch (JsonProcessingException e) {
            throw failure("Invalid JSON: " + e.getOriginalMessage());
        }
        throw failure("Invalid JSON: it is empty");
    }

    /// A number rounded towards zero.
    private static long whole(String function, List<? extends @Nullable Object> args, int index) {
        if (!(args.get(index) instanceof Number number)) {
            throw mismatch(function, index + 1);
        }
        return (long) number.doubleValue();
    }

    private static JException mismatch(String function, int argument) {
        return new JException("T0410", -1, argument, function);
    }

    /// An error in JSONata's own form, with the code of `$error()`.
    static JException failure(String message) {
        return new JException("D3137", -1, message);
    }
}
