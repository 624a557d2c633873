package dev.signalbox.model.features;

import dev.signalbox.contract.failure.UnexpectedFailure;

/// A number as a float; one beyond a float's range becomes its end, since learners refuse infinity.
final class QuantityEncoder implements CellEncoder {
    @Override
    public void number(double value, float[] out, int at) {
        out[at] = toFloat(value);
    }

    @Override
    public boolean text(String cell, float[] out, int at) {
        throw new UnexpectedFailure("A number was given as text.", "Report this defect.");
    }

    @Override
    public void missing(float[] out, int at) {
        out[at] = Float.NaN;
    }

    /// Minus zero becomes zero, so that equal numbers have equal bits.
    static float toFloat(double value) {
        if (Double.isNaN(value)) {
            return Float.NaN;
        }
        return (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE) + 0f;
    }
}
