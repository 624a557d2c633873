package dev.signalbox.model.features;

import dev.signalbox.contract.failure.UnexpectedFailure;

/// True as 1, false as 0.
final class FlagEncoder implements CellEncoder {
    @Override
    public void number(double value, float[] out, int at) {
        out[at] = QuantityEncoder.toFloat(value);
    }

    @Override
    public boolean text(String cell, float[] out, int at) {
        throw new UnexpectedFailure("A truth value was given as text.", "Report this defect.");
    }

    @Override
    public void missing(float[] out, int at) {
        out[at] = Float.NaN;
    }
}
