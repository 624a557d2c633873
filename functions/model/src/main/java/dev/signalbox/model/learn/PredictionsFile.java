package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.ResourceExhausted;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Predictions as an artifact: their width in the header, then one float64 a number, row by row, exactly as
/// computed.
public final class PredictionsFile {
    /// What an artifact of this format is.
    public static final String MEDIA_TYPE = "application/vnd.signalbox.predictions";

    private static final FramedFile FRAME = new FramedFile("SBPREDIC", 1, "predictions");

    private PredictionsFile() {}

    /// The bytes of the file.
    ///
    /// Raises [ResourceExhausted] above 2 GiB.
    public static byte[] write(Predictions predictions) {
        double[] values = predictions.values();
        if (values.length > (Integer.MAX_VALUE - 64) / Double.BYTES) {
            throw new ResourceExhausted(
                    values.length + " predicted numbers do not fit a file of 2 GiB.",
                    "Use fewer rows for validation, or fewer classes.");
        }
        byte[] header = new byte[Integer.BYTES];
        little(header).putInt(predictions.width());
        byte[] body = new byte[values.length * Double.BYTES];
        little(body).asDoubleBuffer().put(values);
        return FRAME.write(header, body);
    }

    /// Reads the bytes of a file.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where they are not predictions, cut short or
    /// damaged.
    public static Predictions read(byte[] bytes) {
        FramedFile.Frame frame = FRAME.read(bytes);
        if (frame.header().remaining() != Integer.BYTES || frame.body().remaining() % Double.BYTES != 0) {
            throw FRAME.damaged("its parts have odd lengths", null);
        }
        double[] values = new double[frame.body().remaining() / Double.BYTES];
        frame.body().asDoubleBuffer().get(values);
        try {
            return new Predictions(frame.header().getInt(0), values);
        } catch (IllegalArgumentException e) {
            throw FRAME.damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
