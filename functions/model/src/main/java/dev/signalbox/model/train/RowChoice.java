package dev.signalbox.model.train;

import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Subsample;

/// Some rows of a matrix.
public final class RowChoice {
    private RowChoice() {}

    /// A share of the rows, drawn by the seed and in their order; the matrix itself where the share is 1.
    static Matrix share(Matrix matrix, double fraction, long seed) {
        int wanted = (int) Math.max(1, Math.round(matrix.rows() * fraction));
        return wanted >= matrix.rows() ? matrix : pick(matrix, Subsample.of(matrix.rows(), wanted, seed));
    }

    /// At most so many rows, evenly spaced; the matrix itself where it has no more.
    public static Matrix evenly(Matrix matrix, int limit) {
        if (matrix.rows() <= limit) {
            return matrix;
        }
        int[] rows = new int[limit];
        for (int i = 0; i < limit; i++) {
            rows[i] = (int) ((long) i * matrix.rows() / limit);
        }
        return pick(matrix, rows);
    }

    private static Matrix pick(Matrix matrix, int[] rows) {
        int width = matrix.features().size();
        float[] values = new float[rows.length * width];
        long[] rowIds = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.values(), rows[i] * width, values, i * width, width);
            rowIds[i] = matrix.rowIds()[rows[i]];
        }
        return new Matrix(matrix.features(), values, Subsample.pick(matrix.target(), rows), rowIds);
    }
}
