package dev.signalbox.model.features;

import java.util.Arrays;

/// A point in time as its parts.
final class MomentEncoder implements CellEncoder {
    private final FittedColumn.Moment column;

    MomentEncoder(FittedColumn.Moment column) {
        this.column = column;
    }

    @Override
    public void number(double value, float[] out, int at) {
        if (Double.isNaN(value)) {
            missing(out, at);
            return;
        }
        for (int i = 0; i < column.parts().size(); i++) {
            out[at + i] = QuantityEncoder.toFloat(column.parts().get(i).of(value, column.originSeconds()));
        }
    }

    @Override
    public boolean text(String cell, float[] out, int at) {
        double seconds = MissingMarks.isMissing(cell) ? Double.NaN : DateText.seconds(cell, column.order());
        if (DateText.isUnreadable(seconds)) {
            missing(out, at);
            return column.lenient();
        }
        number(seconds, out, at);
        return true;
    }

    @Override
    public void missing(float[] out, int at) {
        Arrays.fill(out, at, at + column.parts().size(), Float.NaN);
    }
}
