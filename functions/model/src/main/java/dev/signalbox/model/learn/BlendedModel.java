package dev.signalbox.model.learn;

import dev.signalbox.model.matrix.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A weighted mean of whole models, which it carries with it.
public final class BlendedModel implements FittedModel {
    private final ModelShape shape;
    private final double[] weights;
    private final List<byte[]> files;
    private final List<FittedModel> members;

    private BlendedModel(ModelShape shape, double[] weights, List<byte[]> files) {
        this.shape = shape;
        this.weights = weights;
        this.files = List.copyOf(files);
        this.members = open(shape, this.files);
    }

    /// A blend of model files; opens them, and closes them with itself.
    ///
    /// Raises [dev.signalbox.contract.failure.InvalidInput] where one cannot be opened, and
    /// [IllegalArgumentException] where they do not answer the same question.
    ///
    /// @param weights one a file, above 0, with the sum 1
    /// @param files each a [ModelFile]
    public static BlendedModel of(ModelShape shape, double[] weights, List<byte[]> files) {
        return new BlendedModel(shape, weights.clone(), files);
    }

    static BlendedModel restore(ModelHeader header, byte[] payload) {
        double[] weights =
                header.members().stream().mapToDouble(BlendMember::weight).toArray();
        ByteBuffer in = ByteBuffer.wrap(payload);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("member " + i + " goes beyond the end");
            }
            byte[] file = new byte[length];
            in.get(file);
            files.add(file);
        }
        return new BlendedModel(header.shape(), weights, files);
    }

    @Override
    public ModelShape shape() {
        return shape;
    }

    @Override
    public Predictions predict(Matrix rows) {
        double[] sum = new double[rows.rows() * shape.width()];
        for (int i = 0; i < weights.length; i++) {
            add(sum, members.get(i).predict(rows).values(), weights[i]);
        }
        return new Predictions(shape.width(), sum);
    }

    /// The weighted mean of what the members say. Exact for a regression; for classes, where probabilities
    /// are averaged and contributions are log-odds, an approximation.
    @Override
    public double[] contributionsTowards(Matrix rows, int[] classes) {
        double[] sum = new double[rows.rows() * shape.features().size()];
        for (int i = 0; i < weights.length; i++) {
            add(sum, members.get(i).contributionsTowards(rows, classes), weights[i]);
        }
        return sum;
    }

    @Override
    public byte[] payload() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte[] file : files) {
                out.writeInt(file.length);
                out.write(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        members.forEach(FittedModel::close);
    }

    private static List<FittedModel> open(ModelShape shape, List<byte[]> files) {
        List<FittedModel> members = new ArrayList<>();
        boolean complete = false;
        try {
            for (byte[] file : files) {
                FittedModel member = ModelFile.open(file);
                members.add(member);
                if (!member.shape().equals(shape)) {
                    throw new IllegalArgumentException(
                            "member " + (members.size() - 1) + " has other features or classes");
                }
            }
            complete = true;
            return members;
        } finally {
            if (!complete) {
                members.forEach(FittedModel::close);
            }
        }
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int at = 0; at < sum.length; at++) {
            sum[at] += weight * values[at];
        }
    }
}
