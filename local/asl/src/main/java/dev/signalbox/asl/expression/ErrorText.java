package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/// JSONata's error as AWS prints it: `T2001: The left side of the "+" operator must evaluate to a number`.
/// The Java port's sentences differ from JSONata's in small ways (it says "Object" for "function" and quotes
/// every value), which is undone here.
final class ErrorText {
    private static final String FIRST = "\u0001";
    private static final String SECOND = "\u0002";

    private ErrorText() {}

    /// @param expression the expression that failed, from which the port's gaps are filled
    static String of(JException error, String expression) {
        String code = error.getError();
        if (code == null) {
            return String.valueOf(error.getMessage());
        }
        if (code.indexOf(' ') >= 0) {
            return code;
        }
        String template = JException.msg(code, -1, FIRST, SECOND);
        if (template.startsWith("JSONataException")) {
            return code;
        }
        return code + ": " + filled(template, error, expression);
    }

    private static String filled(String template, JException error, String expression) {
        Object current = error.getCurrent();
        Object expected = error.getExpected();
        return switch (String.valueOf(error.getError())) {
            case "T0410" ->
                "Argument %s of function %s does not match function signature"
                        .formatted(current instanceof Number ? current : 1, function(expected, error, expression));
            case "T0412" ->
                "Argument 1 of function %s must be an array of %s"
                        .formatted(
                                function(null, error, expression),
                                "s".equals(expected) ? "\"strings\"" : "\"numbers\"");
            default ->
                template.replace("Object", "function")
                        .replace("{\"" + FIRST + "\"}", String.valueOf(current))
                        .replace("\"" + FIRST + "\"", quoted(current))
                        .replace("\"" + SECOND + "\"", quoted(expected))
                        .replace(FIRST, String.valueOf(current))
                        .replace(" {{token}}", "");
        };
    }

    /// The function's name in quotes: as the port gives it, or the word before the parenthesis where the
    /// error was found.
    private static String function(@Nullable Object given, JException error, String expression) {
        if (given instanceof String name) {
            return quoted(name);
        }
        int end = expression.lastIndexOf('(', Math.clamp(error.getLocation(), 0, expression.length()));
        int start = end;
        while (start > 0
                && Character.isJavaIdentifierPart(expression.charAt(start - 1))
                && expression.charAt(start - 1) != '$') {
            start--;
        }
        return end <= start ? "" : quoted(expression.substring(start, end));
    }

    private static String quoted(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        try {
            return JsonValues.toJson(value).toString();
        } catch (UnsupportedValueException e) {
            return "a value that is not JSON";
        }
    }
}
