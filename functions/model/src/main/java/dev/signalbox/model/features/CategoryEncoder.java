package dev.signalbox.model.features;

import dev.signalbox.contract.failure.UnexpectedFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A label as its code. A label that training never saw is missing: no code was learned for it.
final class CategoryEncoder implements CellEncoder {
    private final Map<String, Float> codes = new HashMap<>();

    CategoryEncoder(FittedColumn.Category column) {
        List<String> labels = column.labels();
        int own = column.pool() == null ? labels.size() : labels.size() - 1;
        for (int code = 0; code < own; code++) {
            codes.put(labels.get(code), (float) code);
        }
        column.pooled().forEach(label -> codes.put(label, (float) own));
    }

    @Override
    public void number(double value, float[] out, int at) {
        throw new UnexpectedFailure("A category was given as a number.", "Report this defect.");
    }

    @Override
    public boolean text(String cell, float[] out, int at) {
        Float code = codes.get(cell);
        out[at] = code == null ? Float.NaN : code;
        return true;
    }

    @Override
    public void missing(float[] out, int at) {
        out[at] = Float.NaN;
    }
}
