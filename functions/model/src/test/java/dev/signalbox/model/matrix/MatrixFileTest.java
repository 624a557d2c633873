package dev.signalbox.model.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contract.failure.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixFileTest {
    private static final List<Feature> FEATURES = List.of(
            new Feature("länge \"mm\"", "länge \"mm\"", FeatureKind.NUMERIC, List.of()),
            new Feature("地域", "地域", FeatureKind.CATEGORICAL, List.of("北", "", "{}")));

    private static final Matrix MATRIX = new Matrix(
            FEATURES, new float[] {1.5f, 0, Float.NaN, 2, -0f, Float.NaN}, new double[] {0, 1, 1}, new long[] {
                0, 7, 1L << 40
            });

    @Test
    void returnsTheSameMatrixFromBytesAndFromAFile(@TempDir Path folder) {
        Path file = folder.resolve("a.matrix");
        MatrixFile.write(MATRIX, file);

        same(MatrixFile.read(MatrixFile.write(MATRIX)), MATRIX);
        same(MatrixFile.read(file), MATRIX);
    }

    @Test
    void writesTheSameBytesToAFileAsToMemory(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.matrix"), new byte[100_000]);
        MatrixFile.write(MATRIX, file);

        assertThat(Files.readAllBytes(file)).isEqualTo(MatrixFile.write(MATRIX));
    }

    @Test
    void keepsRowsWithoutATarget() {
        Matrix unlabelled = new Matrix(FEATURES, new float[] {1, 2}, new double[0], new long[] {3});

        same(MatrixFile.read(MatrixFile.write(unlabelled)), unlabelled);
    }

    @Test
    void keepsAMatrixWithoutRows() {
        Matrix empty = new Matrix(FEATURES, new float[0], new double[0], new long[0]);

        same(MatrixFile.read(MatrixFile.write(empty)), empty);
    }

    @Test
    void refusesAFileCutShortAnywhere() {
        byte[] bytes = MatrixFile.write(MATRIX);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MatrixFile.read(cut)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void refusesAFileWithAnyByteChanged() {
        byte[] bytes = MatrixFile.write(MATRIX);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x11;
            assertThatThrownBy(() -> MatrixFile.read(changed)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void refusesAnAbsentFile(@TempDir Path folder) {
        assertThatThrownBy(() -> MatrixFile.read(folder.resolve("none")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("none");
    }

    @Property(tries = 100)
    void keepsAnyNumbers(@ForAll @IntRange(min = 1, max = 4) int width, @ForAll @Size(max = 40) List<Integer> bits) {
        List<Feature> features = java.util.stream.IntStream.range(0, width)
                .mapToObj(i -> new Feature("f" + i, "f" + i, FeatureKind.NUMERIC, List.of()))
                .toList();
        int rows = bits.size() / width;
        float[] values = new float[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(bits.get(i));
        }
        Matrix matrix = new Matrix(features, values, new double[rows], new long[rows]);

        same(MatrixFile.read(MatrixFile.write(matrix)), matrix);
    }

    private static void same(Matrix found, Matrix expected) {
        assertThat(found.features()).isEqualTo(expected.features());
        assertThat(bits(found.values())).isEqualTo(bits(expected.values()));
        assertThat(found.target()).isEqualTo(expected.target());
        assertThat(found.rowIds()).isEqualTo(expected.rowIds());
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }
}
