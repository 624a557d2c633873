package dev.signalbox.bench.train;

import dev.signalbox.model.matrix.Feature;
import dev.signalbox.model.matrix.FeatureKind;
import dev.signalbox.model.matrix.Matrix;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// 200,000 rows of 30 numbers and two classes that hang together with ten of them.
final class BenchRows {
    static final int ROWS = 200_000;
    static final int FEATURES = 30;

    private BenchRows() {}

    static Matrix make() {
        SplittableRandom random = new SplittableRandom(42);
        float[] values = new float[ROWS * FEATURES];
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double margin = 0;
            for (int feature = 0; feature < FEATURES; feature++) {
                double value = random.nextGaussian();
                values[row * FEATURES + feature] = (float) value;
                margin += feature < 5 ? value * (feature + 1) / 5 : feature < 10 ? Math.sin(3 * value) / 2 : 0;
            }
            target[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
        }
        List<Feature> features = IntStream.range(0, FEATURES)
                .mapToObj(i -> new Feature("f" + i, "f" + i, FeatureKind.NUMERIC, List.of()))
                .toList();
        return new Matrix(features, values, target, LongStream.range(0, ROWS).toArray());
    }

    /// For the peer: big-endian float32, the row's numbers and then its class.
    static void write(Matrix matrix, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int row = 0; row < matrix.rows(); row++) {
                for (int feature = 0; feature < FEATURES; feature++) {
                    out.writeFloat(matrix.at(row, feature));
                }
                out.writeFloat((float) matrix.target()[row]);
            }
        }
    }
}
