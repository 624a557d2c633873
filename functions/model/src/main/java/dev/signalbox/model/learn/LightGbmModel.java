package dev.signalbox.model.learn;

import dev.signalbox.contract.failure.UnexpectedFailure;
import dev.signalbox.model.matrix.Matrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A booster of LightGBM, always one that was read from its own text, so that it answers as any later
/// reader's will.
final class LightGbmModel implements FittedModel {
    /// Below it a second thread costs more than it brings.
    private static final int ROWS_WORTH_THREADS = 20_000;
    /// Rows that are asked for at once, to bound the native memory.
    private static final int PIECE_ROWS = 65_536;

    private final ModelShape shape;
    private final TargetScale scale;
    private final String text;
    private @Nullable LightGbmBooster booster;

    private LightGbmModel(ModelShape shape, TargetScale scale, String text) {
        this.shape = shape;
        this.scale = scale;
        this.text = text;
        this.booster = LightGbmBooster.parse(text);
    }

    /// @param text the booster as LightGBM writes it
    static LightGbmModel of(ModelShape shape, TargetScale scale, String text) {
        LightGbmLibrary.load();
        return new LightGbmModel(shape, scale, text);
    }

    static LightGbmModel restore(ModelShape shape, byte[] payload) {
        ByteBuffer in = ByteBuffer.wrap(payload);
        if (in.remaining() < 2 * Double.BYTES) {
            throw new IllegalArgumentException("the booster is cut short");
        }
        TargetScale scale = new TargetScale(in.getDouble(), in.getDouble());
        String text = new String(payload, in.position(), in.remaining(), StandardCharsets.US_ASCII);
        try {
            return of(shape, scale, text);
        } catch (UnexpectedFailure e) {
            throw text.startsWith("tree") ? e : new IllegalArgumentException("LightGBM cannot read the booster", e);
        }
    }

    @Override
    public ModelShape shape() {
        return shape;
    }

    @Override
    public synchronized Predictions predict(Matrix rows) {
        double[] margins = ask(rows, LightGbmLibrary.RAW_SCORES, outputs());
        return Margins.predictions(shape, margins, scale);
    }

    /// Source: Lundberg et al., From local explanations to global understanding with explainable AI for
    /// trees, Nature Machine Intelligence 2020.
    @Override
    public synchronized double[] contributionsTowards(Matrix rows, int[] classes) {
        int width = shape.features().size();
        int numbers = outputs() * (width + 1);
        double[] found = ask(rows, LightGbmLibrary.CONTRIBUTIONS, numbers);
        double[] contributions = new double[rows.rows() * width];
        for (int row = 0; row < rows.rows(); row++) {
            int start = row * numbers + (outputs() > 1 ? classes[row] * (width + 1) : 0);
            double sign = Margins.sign(shape, classes[row]) * scale.deviation();
            for (int feature = 0; feature < width; feature++) {
                contributions[row * width + feature] = sign * found[start + feature];
            }
        }
        return contributions;
    }

    @Override
    public byte[] payload() {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] payload = new byte[2 * Double.BYTES + bytes.length];
        ByteBuffer.wrap(payload)
                .putDouble(scale.mean())
                .putDouble(scale.deviation())
                .put(bytes);
        return payload;
    }

    @Override
    public synchronized void close() {
        if (booster != null) {
            booster.close();
            booster = null;
        }
    }

    private double[] ask(Matrix rows, int kind, int numbersPerRow) {
        if (booster == null) {
            throw new IllegalStateException("the model is closed; open its file again");
        }
        float[] values = CleanRows.of(shape.features(), rows);
        int threads = rows.rows() < ROWS_WORTH_THREADS ? 1 : ThreadLimit.threads();
        double[] answers = new double[rows.rows() * numbersPerRow];
        for (int first = 0; first < rows.rows(); first += PIECE_ROWS) {
            int count = Math.min(PIECE_ROWS, rows.rows() - first);
            double[] piece =
                    booster.predict(values, first, count, shape.features().size(), kind, numbersPerRow, threads);
            System.arraycopy(piece, 0, answers, first * numbersPerRow, piece.length);
        }
        return answers;
    }

    private int outputs() {
        return Margins.perRow(shape);
    }
}
