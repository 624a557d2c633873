package dev.signalbox.model.evaluate;

import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Subsample;

/// Some rows of a matrix as a matrix.
final class MatrixRows {
    private MatrixRows() {}

    /// The rows in the order asked for.
    static Matrix pick(Matrix matrix, int[] rows) {
        if (isAll(rows, matrix)) {
            return matrix;
        }
        int width = matrix.features().size();
        float[] values = new float[rows.length * width];
        long[] ids = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.values(), rows[i] * width, values, i * width, width);
            ids[i] = matrix.rowIds()[rows[i]];
        }
        return new Matrix(matrix.features(), values, Subsample.pick(matrix.target(), rows), ids);
    }

    /// All rows in their own order need no copy.
    private static boolean isAll(int[] rows, Matrix matrix) {
        boolean all = rows.length == matrix.rows();
        for (int i = 0; all && i < rows.length; i++) {
            all = rows[i] == i;
        }
        return all;
    }
}
