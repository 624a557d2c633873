package dev.signalbox.model.learn;

import dev.signalbox.model.matrix.Matrix;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/// Says the same of every row: what any other candidate must beat.
final class BaselineModel implements FittedModel {
    private final ModelShape shape;
    private final double[] answer;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param answer prior probabilities by class, or one number
    BaselineModel(ModelShape shape, double[] answer) {
        this.shape = shape;
        this.answer = answer;
    }

    static BaselineModel restore(ModelShape shape, byte[] payload) {
        if (payload.length != shape.width() * Double.BYTES) {
            throw new IllegalArgumentException(payload.length + " bytes for a width of " + shape.width());
        }
        double[] answer = new double[shape.width()];
        ByteBuffer.wrap(payload).asDoubleBuffer().get(answer);
        return new BaselineModel(shape, answer);
    }

    @Override
    public ModelShape shape() {
        return shape;
    }

    @Override
    public Predictions predict(Matrix rows) {
        requireOpen();
        CleanRows.of(shape.features(), rows);
        double[] values = new double[rows.rows() * answer.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = answer[at % answer.length];
        }
        return new Predictions(answer.length, values);
    }

    @Override
    public double[] contributionsTowards(Matrix rows, int[] classes) {
        requireOpen();
        return new double[rows.rows() * shape.features().size()];
    }

    @Override
    public byte[] payload() {
        ByteBuffer out = ByteBuffer.allocate(answer.length * Double.BYTES);
        out.asDoubleBuffer().put(answer);
        return out.array();
    }

    @Override
    public void close() {
        closed.set(true);
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the model is closed; open its file again");
        }
    }
}
