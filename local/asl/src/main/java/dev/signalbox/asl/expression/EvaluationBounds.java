package dev.signalbox.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps one evaluation from running away. Steps, depth and the values made are counted, so that the same
/// expression fails at the same point on any machine; the clock on the wall is only the last resort, for
/// what a single built-in function does.
final class EvaluationBounds {
    /// Evaluations inside each other. AWS accepts a sum of 100 terms, which nests as deep, and refuses one of 101.
    static final int MAX_DEPTH = 100;
    static final long MAX_STEPS = 5_000_000;
    /// Items of one array: AWS accepts `[1..873782]` and refuses one more.
    static final int MAX_ITEMS = 873_782;
    /// Characters of one string: AWS accepts 2 to the 22nd and refuses twice as many.
    static final int MAX_CHARACTERS = 6_990_256;
    private static final long MAX_ITEMS_IN_ALL = 20_000_000;
    private static final long MAX_CHARACTERS_IN_ALL = 64_000_000;
    static final String DEPTH = "Stack overflow error: Check for non-terminating recursive function."
            + "  Consider rewriting as tail-recursive. Depth=" + (MAX_DEPTH + 1) + " max=" + MAX_DEPTH;
    private static final String TIME = "Expression evaluation timeout: Check for infinite loop";
    static final String MEMORY = "Expression evaluation memory limit exceeded: Check for excessive memory usage";
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
            throw new JException(DEPTH);
        }
        if (++steps > MAX_STEPS || tooLate()) {
            throw new JException(TIME);
        }
    }

    private boolean tooLate() {
        return steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - startNanos > MAX_NANOS;
    }

    private void exit(@Nullable Object result) {
        depth--;
        if (result instanceof List<?> list && !(list instanceof JsonArrayView)) {
            items += list.size();
            limit(list.size() > MAX_ITEMS || items > MAX_ITEMS_IN_ALL);
        } else if (result instanceof String text) {
            characters += text.length();
            limit(text.length() > MAX_CHARACTERS || characters > MAX_CHARACTERS_IN_ALL);
        }
    }

    private static void limit(boolean exceeded) {
        if (exceeded) {
            throw new JException(MEMORY);
        }
    }
}
