package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One parsed JSONata expression. Parsed once, evaluated by any number of threads at a time: all that an
/// evaluation changes is in a frame of its own.
final class Expression {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private final Jsonata parsed;
    private final String text;
    private final String field;
    private final boolean readsEnvironment;

    private Expression(Jsonata parsed, String text, String field) {
        this.parsed = parsed;
        this.text = text;
        this.field = field;
        this.readsEnvironment = EnvironmentLibrary.mayBeCalledBy(text);
    }

    /// Whether a string is an expression: it begins with `{%` and ends with `%}`, with nothing around them.
    static boolean isExpression(String string) {
        return string.length() >= OPEN.length() + CLOSE.length() && string.startsWith(OPEN) && string.endsWith(CLOSE);
    }

    /// The expression between the delimiters, trimmed as AWS trims it in its messages.
    static String textOf(String string) {
        return string.substring(OPEN.length(), string.length() - CLOSE.length()).strip();
    }

    static Expression parse(String string, String field, ParsedExpressions expressions)
            throws InvalidExpressionException {
        String text = textOf(string);
        try {
            return new Expression(expressions.of(text), text, field);
        } catch (JException e) {
            throw new InvalidExpressionException(field, text, e.getLocation(), ErrorText.of(e, text));
        } catch (RuntimeException e) {
            throw new InvalidExpressionException(field, text, -1, "The parser stopped at it: " + e);
        } catch (StackOverflowError e) {
            throw new InvalidExpressionException(field, text, -1, "It nests too deeply to be parsed.");
        }
    }

    String text() {
        return text;
    }

    String field() {
        return field;
    }

    JsonNode evaluate(Bindings bindings) throws EvaluationException {
        Object value = compute(bindings);
        if (value == null) {
            throw EvaluationException.undefined(text, field);
        }
        try {
            return JsonValues.toJson(value);
        } catch (UnsupportedValueException e) {
            throw EvaluationException.unsupported(text, field);
        }
    }

    private @Nullable Object compute(Bindings bindings) throws EvaluationException {
        try {
            return parsed.evaluate(null, frame(bindings));
        } catch (JException e) {
            throw EvaluationException.threw(text, field, ErrorText.of(e, text));
        } catch (RuntimeException e) {
            throw EvaluationException.threw(text, field, reason(e));
        } catch (StackOverflowError e) {
            throw EvaluationException.threw(text, field, EvaluationBounds.DEPTH);
        }
    }

    private String reason(RuntimeException error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof JException known ? ErrorText.of(known, text) : root.toString();
    }

    private Frame frame(Bindings bindings) {
        Frame frame = parsed.createFrame();
        for (Map.Entry<String, JsonNode> variable : bindings.variables().entrySet()) {
            frame.bind(variable.getKey(), JsonValues.toJava(variable.getValue()));
        }
        frame.bind("states", JsonValues.toJava(bindings.states()));
        if (readsEnvironment) {
            EnvironmentLibrary.bind(frame, bindings.environment());
        }
        EvaluationBounds.watch(frame);
        return frame;
    }
}
