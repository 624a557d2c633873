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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata and that need nothing from the world: `$partition`,
/// `$range`, `$hash`, `$parse`.
///
/// Source: AWS Step Functions Developer Guide, "JSONata functions provided by Step Functions". Two things
/// were taken from what AWS answers: `$range` gives a sequence (one element is unwrapped), `$partition` an
/// array (it is not).
final class StepFunctionsLibrary {
    private static final int MAX_RANGE_ITEMS = 1_000;
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
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

    /// Each as a lambda around the native function: JSONata can apply only its own functions partially
    /// (`$hash(?, 'MD5')`).
    private static Map<String, Object> functions() {
        Map<String, Object> functions = new LinkedHashMap<>();
        functions.put("partition", lambda("partition", "$a, $b", function("<an:a>", StepFunctionsLibrary::partition)));
        functions.put("range", lambda("range", "$a, $b, $c", function("<nnn:a>", StepFunctionsLibrary::range)));
        functions.put("hash", lambda("hash", "$a, $b", function("<xs:s>", StepFunctionsLibrary::hash)));
        functions.put("parse", lambda("parse", "$a", function("<s:x>", StepFunctionsLibrary::parse)));
        return functions;
    }

    private static Object lambda(String name, String parameters, JFunction function) {
        Jsonata wrapper = Jsonata.jsonata("function(" + parameters + ") { $" + name + "(" + parameters + ") }");
        wrapper.setOutputConvertNulls(false);
        wrapper.registerFunction(name, function);
        return Objects.requireNonNull(wrapper.evaluate(null));
    }

    static JFunction function(String signature, Body body) {
        return new JFunction((input, args) -> body.apply(args), signature);
    }

    /// What a function does with its arguments, which the signature has checked; an argument that was left
    /// out or is nothing is `null`.
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(List<? extends @Nullable Object> args);
    }

    private static @Nullable Object partition(List<? extends @Nullable Object> args) {
        if (!(args.get(0) instanceof List<?> array) || !(args.get(1) instanceof Number size)) {
            return null;
        }
        int chunk = (int) Math.floor(size.doubleValue());
        if (chunk < 1) {
            throw failure("The second argument of the partition function must be a positive number");
        }
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < array.size(); from += chunk) {
            chunks.add(new ArrayList<>(array.subList(from, Math.min(array.size(), from + chunk))));
        }
        return chunks;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static @Nullable Object range(List<? extends @Nullable Object> args) {
        double first = number(args.get(0));
        double last = number(args.get(1));
        double step = number(args.get(2));
        if (Double.isNaN(first) || Double.isNaN(last) || Double.isNaN(step)) {
            return null;
        }
        if (step == 0) {
            throw failure("The third argument of the range function must not be zero");
        }
        double count = Math.floor((last - first) / step) + 1;
        if (count > MAX_RANGE_ITEMS) {
            throw failure("The range function must not give more than " + MAX_RANGE_ITEMS + " items");
        }
        JList<Object> sequence = (JList<Object>) Utils.createSequence();
        for (int i = 0; i < count; i++) {
            sequence.add(Utils.convertNumber(first + i * step));
        }
        return sequence;
    }

    private static @Nullable Object hash(List<? extends @Nullable Object> args) {
        Object content = args.get(0);
        if (content == null || !(args.get(1) instanceof String algorithm)) {
            return null;
        }
        if (!ALGORITHMS.contains(algorithm)) {
            throw failure(
                    "The second argument of the hash function must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512;"
                            + " it was " + algorithm);
        }
        try {
            byte[] bytes = text(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw failure("This Java runtime has no " + algorithm + ": " + e.getMessage());
        }
    }

    private static String text(Object content) {
        if (content instanceof String string) {
            return string;
        }
        try {
            return JsonValues.toJson(content).toString();
        } catch (UnsupportedValueException e) {
            throw failure("The first argument of the hash function must be a JSON value. " + e.getMessage());
        }
    }

    private static @Nullable Object parse(List<? extends @Nullable Object> args) {
        if (!(args.get(0) instanceof String json)) {
            return null;
        }
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isMissingNode()) {
                throw failure("The argument of the parse function is empty; it must be a JSON value");
            }
            return JsonValues.toJava(tree);
        } catch (JsonProcessingException e) {
            throw failure("The argument of the parse function is not JSON: " + e.getOriginalMessage());
        }
    }

    /// An error in JSONata's own form, with the code of `$error()`.
    static JException failure(String message) {
        return new JException("D3137", -1, message);
    }
}
