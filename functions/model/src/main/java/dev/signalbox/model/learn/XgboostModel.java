package dev.signalbox.model.learn;

import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/// A booster of XGBoost, always one that was read from its own bytes, so that it answers as any later
/// reader's will.
final class XgboostModel implements FittedModel {
    /// Below it a second thread costs more than it brings.
    private static final int ROWS_WORTH_THREADS = 20_000;
    /// Rows whose contributions are asked for at once, to bound the native memory.
    private static final int CONTRIBUTION_ROWS = 8_192;

    private final ModelShape shape;
    private final int rounds;
    private final TargetScale scale;
    private final byte[] ubj;
    private @Nullable Booster booster;
    private int threads;

    private XgboostModel(ModelShape shape, int rounds, TargetScale scale, byte[] ubj, Booster booster) {
        this.shape = shape;
        this.rounds = rounds;
        this.scale = scale;
        this.ubj = ubj;
        this.booster = booster;
    }

    /// @param rounds of the booster that count; an earlier version kept later ones, which did not help
    /// @param ubj the booster as universal binary JSON
    static XgboostModel of(ModelShape shape, int rounds, TargetScale scale, byte[] ubj) throws XGBoostError {
        XgboostLibrary.load();
        try {
            return new XgboostModel(shape, rounds, scale, ubj, XGBoost.loadModel(ubj));
        } catch (IOException e) {
            throw new XGBoostError("the model cannot be read", e);
        }
    }

    static XgboostModel restore(ModelShape shape, byte[] payload) {
        ByteBuffer in = ByteBuffer.wrap(payload);
        if (in.remaining() < Integer.BYTES + 2 * Double.BYTES) {
            throw new IllegalArgumentException("the booster is cut short");
        }
        int rounds = in.getInt();
        TargetScale scale = new TargetScale(in.getDouble(), in.getDouble());
        try {
            return of(shape, rounds, scale, Arrays.copyOfRange(payload, in.position(), payload.length));
        } catch (XGBoostError e) {
            throw new IllegalArgumentException("XGBoost cannot read the booster", e);
        } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw LibraryFailure.notLoaded("XGBoost", e);
        }
    }

    /// What the first rounds say of rows, before it becomes probabilities; there must be one at least.
    static double[] margins(Booster booster, ModelShape shape, float[] values, int rounds) throws XGBoostError {
        int width = shape.features().size();
        return flat(booster.inplace_predict(
                values,
                values.length / width,
                width,
                Float.NaN,
                new int[] {0, rounds},
                Booster.PredictionType.kMargin,
                null));
    }

    /// Rows as XGBoost takes them, with categories marked; there must be one at least.
    static DMatrix matrix(ModelShape shape, float[] values, int rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(values, rows, shape.features().size(), Float.NaN);
        if (shape.features().stream().anyMatch(feature -> feature.kind() == FeatureKind.CATEGORICAL)) {
            matrix.setFeatureTypes(shape.features().stream()
                    .map(feature -> feature.kind() == FeatureKind.CATEGORICAL ? "c" : "q")
                    .toArray(String[]::new));
        }
        return matrix;
    }

    @Override
    public ModelShape shape() {
        return shape;
    }

    @Override
    public synchronized Predictions predict(Matrix rows) {
        Booster open = requireOpen();
        float[] values = CleanRows.of(shape.features(), rows);
        if (rows.rows() == 0) {
            return new Predictions(shape.width(), new double[0]);
        }
        try {
            useThreads(open, rows.rows());
            return Margins.predictions(shape, margins(open, shape, values, rounds), scale);
        } catch (XGBoostError e) {
            throw LibraryFailure.of("XGBoost", e);
        }
    }

    /// Source: Lundberg et al., From local explanations to global understanding with explainable AI for
    /// trees, Nature Machine Intelligence 2020.
    @Override
    public synchronized double[] contributionsTowards(Matrix rows, int[] classes) {
        Booster open = requireOpen();
        float[] values = CleanRows.of(shape.features(), rows);
        int width = shape.features().size();
        double[] contributions = new double[rows.rows() * width];
        try {
            useThreads(open, rows.rows());
            for (int first = 0; first < rows.rows(); first += CONTRIBUTION_ROWS) {
                int end = Math.min(rows.rows(), first + CONTRIBUTION_ROWS);
                float[] piece = Arrays.copyOfRange(values, first * width, end * width);
                explain(open, piece, first, classes, contributions);
            }
            return contributions;
        } catch (XGBoostError e) {
            throw LibraryFailure.of("XGBoost", e);
        }
    }

    private void explain(Booster open, float[] piece, int first, int[] classes, double[] contributions)
            throws XGBoostError {
        int width = shape.features().size();
        DMatrix matrix = matrix(shape, piece, piece.length / width);
        try {
            float[][] found = open.predictContrib(matrix, rounds);
            for (int i = 0; i < found.length; i++) {
                int row = first + i;
                int start = shape.classCount() > 2 ? classes[row] * (width + 1) : 0;
                double sign = Margins.sign(shape, classes[row]) * scale.deviation();
                for (int feature = 0; feature < width; feature++) {
                    contributions[row * width + feature] = sign * found[i][start + feature];
                }
            }
        } finally {
            matrix.dispose();
        }
    }

    @Override
    public byte[] payload() {
        byte[] payload = new byte[Integer.BYTES + 2 * Double.BYTES + ubj.length];
        ByteBuffer.wrap(payload)
                .putInt(rounds)
                .putDouble(scale.mean())
                .putDouble(scale.deviation())
                .put(ubj);
        return payload;
    }

    @Override
    public synchronized void close() {
        if (booster != null) {
            booster.dispose();
            booster = null;
        }
    }

    private Booster requireOpen() {
        if (booster == null) {
            throw new IllegalStateException("the model is closed; open its file again");
        }
        return booster;
    }

    private void useThreads(Booster open, int rows) throws XGBoostError {
        int wanted = rows < ROWS_WORTH_THREADS ? 1 : ThreadLimit.threads();
        if (threads != wanted) {
            open.setParam("nthread", wanted);
            threads = wanted;
        }
    }

    private static double[] flat(float[][] rows) {
        int width = rows[0].length;
        double[] flat = new double[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < width; i++) {
                flat[row * width + i] = rows[row][i];
            }
        }
        return flat;
    }
}
