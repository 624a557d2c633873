package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps one evaluation from running away. Steps, depth and the values made are counted, so that the same expression
/// fails at the
/// same point on any machine; the clock on the wall is only the last resort, for what a single built-in function
/// does.
final class EvaluationBounds {
    static final int MAX_DEPTH = 500;
    static final long MAX_STEPS = 5_000_000;
    static final long MAX_ITEMS = 20_000_000;
    static final long MAX_CHARACTERS = 64_000_000;
    private static final long MAX_NANOS = 15_000_000_000L;
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1 << 12;

    private final long startNanos = System.nanoTime();
    private int depth;
    private long steps;
    private long items;
    private long characters;

    /// Starts counting what is evaluated under a frame.
    static void watch(Frame frame) {
        EvaluationBounds bounds = new EvaluationBounds();
        frame.setEvaluateEntryCallback((expression, input, scope) -> bounds.enter());
        frame.setEvaluateExitCallback((expression, input, scope, result) -> bounds.exit(result));
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new JException("U1001: Stack overflow error: Check for non-terminating recursive function. "
                    + "Consider rewriting as tail-recursive. Nested deeper than " + MAX_DEPTH + " evaluations.");
        }
        if (++steps > MAX_STEPS || tooLate()) {
            throw new JException("U1001: Expression evaluation timeout: Check for infinite loop.");
        }
    }

    private boolean tooLate() {
        return steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - startNanos > MAX_NANOS;
    }

    private void exit(@Nullable Object result) {
        depth--;
        if (result instanceof List<?> list && !(list instanceof JsonArrayView)) {
            items += list.size();
        } else if (result instanceof String text) {
            characters += text.length();
        }
        if (items > MAX_ITEMS || characters > MAX_CHARACTERS) {
            throw new JException("U1001: The expression builds too large a value.");
        }
    }
}
