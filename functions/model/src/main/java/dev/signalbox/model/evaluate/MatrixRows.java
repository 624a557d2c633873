package dev.signalbox.model.evaluate;

import dev.signalbox.model.matrix.Matrix;
import dev.signalbox.model.metric.Subsample;

/// Some rows of a matrix as a matrix.
final class MatrixRows {
    private MatrixRows() {}

    /// The rows in the order asked for; the matrix itself when all of them are.
    static Matrix pick(Matrix matrix, int[] rows) {
        if (rows.length == matrix.rows()) {
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
}
