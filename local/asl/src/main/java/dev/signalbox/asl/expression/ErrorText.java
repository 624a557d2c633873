package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/// JSONata's error as AWS prints it: `T2001: The left side of the "+" operator must evaluate to a number`. The Java
/// port's sentences differ
/// from JSONata's in small ways (it says "Object" for "function" and quotes every value), which is undone here.
final class ErrorText {
    private static final String FIRST = "\u0001";
    private static final String SECOND = "\u0002";

    private ErrorText() {}

    static String of(JException error) {
        String code = error.getError();
        if (code == null) {
            return String.valueOf(error.getMessage());
        }
        if (code.indexOf(':') >= 0) {
            return code;
        }
        String template = JException.msg(code, -1, FIRST, SECOND);
        if (template.startsWith("JSonataException")) {
            return code;
        }
        return code + ": "
                + template.replace("Object", "function")
                        .replace("{\"" + FIRST + "\"}", String.valueOf(error.getCurrent()))
                        .replace("\"" + FIRST + "\"", quoted(error.getCurrent()))
                        .replace("\"" + SECOND + "\"", quoted(error.getExpected()))
                        .replace(FIRST, String.valueOf(error.getCurrent()));
    }

    private static String quoted(@Nullable Object value) {
        try {
            return JsonValues.toJson(value).toString();
        } catch (UnsupportedValueException e) {
            return "a value that is not JSON";
        }
    }
}
