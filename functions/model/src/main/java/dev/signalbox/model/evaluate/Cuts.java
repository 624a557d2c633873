package dev.signalbox.model.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a number is cut into parts: one for each value where there are four at most, else quarters of equally
/// many rows.
final class Cuts {
    private static final int PARTS = 4;
    private static final MathContext DIGITS = new MathContext(4);

    private final float[] edges;
    private final boolean exact;

    private Cuts(float[] edges, boolean exact) {
        this.edges = edges;
        this.exact = exact;
    }

    /// Cuts for values without NaN, in any order.
    static Cuts of(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] distinct = distinct(sorted);
        if (distinct.length <= PARTS) {
            return new Cuts(distinct, true);
        }
        float[] edges = new float[PARTS + 1];
        for (int i = 0; i <= PARTS; i++) {
            edges[i] = sorted[(int) ((long) i * (sorted.length - 1) / PARTS)];
        }
        return new Cuts(distinct(edges), false);
    }

    /// The number of parts.
    int parts() {
        return exact ? edges.length : edges.length - 1;
    }

    /// The part of a value, from 0; values beyond the ends belong to the end's part.
    int part(float value) {
        int part = 0;
        while (part + 1 < parts() && value >= edges[part + 1]) {
            part++;
        }
        return part;
    }

    /// What the parts are called: `3`, `[1.5, 3)`, and for the last range `[3, 9]`.
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int part = 0; part < parts(); part++) {
            String low = text(edges[part]);
            String close = part + 1 == parts() ? "]" : ")";
            labels.add(exact ? low : "[" + low + ", " + text(edges[part + 1]) + close);
        }
        return labels;
    }

    private static float[] distinct(float[] sorted) {
        float[] distinct = new float[sorted.length];
        int next = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[next++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, next);
    }

    private static String text(float value) {
        return Float.isInfinite(value)
                ? Float.toString(value)
                : new BigDecimal(Float.toString(value))
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
