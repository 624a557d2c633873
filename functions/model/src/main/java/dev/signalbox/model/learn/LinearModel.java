package dev.signalbox.model.learn;

import dev.signalbox.model.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Weighted sums of encoded features.
final class LinearModel implements FittedModel {
    private final ModelShape shape;
    private final LinearEncoding encoding;
    private final double[] weights;
    private final TargetScale scale;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param weights for each output the columns' weights and then the intercept; one output for two
    ///     classes and a regression
    LinearModel(ModelShape shape, LinearEncoding encoding, double[] weights, TargetScale scale) {
        this.shape = shape;
        this.encoding = encoding;
        this.weights = weights;
        this.scale = scale;
    }

    static LinearModel restore(ModelShape shape, byte[] payload) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            TargetScale scale = new TargetScale(in.readDouble(), in.readDouble());
            LinearEncoding encoding = LinearEncoding.read(in);
            double[] weights = new double[outputs(shape) * (encoding.columnCount() + 1)];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readDouble();
            }
            return new LinearModel(shape, encoding, weights, scale);
        } catch (IOException e) {
            throw new IllegalArgumentException("the weights are cut short", e);
        }
    }

    /// The weight of a feature's first column for the first output: for a number its slope in standard
    /// units.
    double slope(int feature) {
        int[] columns = new int[encoding.featureCount()];
        encoding.encode(new float[columns.length], 0, columns, new double[columns.length]);
        return weights[columns[feature]];
    }

    @Override
    public ModelShape shape() {
        return shape;
    }

    @Override
    public Predictions predict(Matrix rows) {
        requireOpen();
        float[] values = CleanRows.of(shape.features(), rows);
        int outputs = outputs(shape);
        int width = encoding.featureCount();
        int[] columns = new int[width];
        double[] amounts = new double[width];
        double[] margins = new double[rows.rows() * outputs];
        for (int row = 0; row < rows.rows(); row++) {
            encoding.encode(values, row * width, columns, amounts);
            for (int output = 0; output < outputs; output++) {
                margins[row * outputs + output] = margin(output, columns, amounts);
            }
        }
        return Margins.predictions(shape, margins, scale);
    }

    @Override
    public double[] contributionsTowards(Matrix rows, int[] classes) {
        requireOpen();
        float[] values = CleanRows.of(shape.features(), rows);
        int width = encoding.featureCount();
        int[] columns = new int[width];
        double[] amounts = new double[width];
        double[] contributions = new double[rows.rows() * width];
        double[][] means = meanEffects();
        for (int row = 0; row < rows.rows(); row++) {
            encoding.encode(values, row * width, columns, amounts);
            int output = outputs(shape) == 1 ? 0 : classes[row];
            double sign = Margins.sign(shape, classes[row]) * scale.deviation();
            int start = output * stride();
            for (int feature = 0; feature < width; feature++) {
                double effect = columns[feature] < 0 ? 0 : weights[start + columns[feature]] * amounts[feature];
                contributions[row * width + feature] = sign * (effect - means[output][feature]);
            }
        }
        return contributions;
    }

    @Override
    public byte[] payload() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeDouble(scale.mean());
            out.writeDouble(scale.deviation());
            encoding.write(out);
            for (double weight : weights) {
                out.writeDouble(weight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        closed.set(true);
    }

    private double margin(int output, int[] columns, double[] amounts) {
        int start = output * stride();
        double margin = weights[start + stride() - 1];
        for (int feature = 0; feature < columns.length; feature++) {
            if (columns[feature] >= 0) {
                margin += weights[start + columns[feature]] * amounts[feature];
            }
        }
        return margin;
    }

    private double[][] meanEffects() {
        double[][] means = new double[outputs(shape)][encoding.featureCount()];
        for (int output = 0; output < means.length; output++) {
            for (int feature = 0; feature < means[output].length; feature++) {
                means[output][feature] = encoding.meanEffect(feature, weights, output * stride());
            }
        }
        return means;
    }

    private int stride() {
        return encoding.columnCount() + 1;
    }

    private static int outputs(ModelShape shape) {
        return shape.classCount() > 2 ? shape.classCount() : 1;
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the model is closed; open its file again");
        }
    }
}
