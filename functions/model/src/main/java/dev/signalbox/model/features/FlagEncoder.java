package dev.signalbox.model.features;

/// True as 1, false as 0.
final class FlagEncoder implements CellEncoder {
    @Override
    public void number(double value, float[] out, int at) {
        out[at] = QuantityEncoder.toFloat(value);
    }

    @Override
    public boolean text(String cell, float[] out, int at) {
        double value = CellText.flag(cell);
        if (CellText.isUnreadable(value)) {
            return false;
        }
        number(value, out, at);
        return true;
    }

    @Override
    public void missing(float[] out, int at) {
        out[at] = Float.NaN;
    }
}
