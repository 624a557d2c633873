package dev.signalbox.model.matrix;

import dev.signalbox.contract.Require;
import java.util.List;

/// Rows of features with their target. The arrays are shared, not copied: whoever gets a matrix reads only.
///
/// @param features columns in order
/// @param values row-major, `rows × features`; NaN is missing
/// @param target a class code from 0, or a number; one a row; empty where rows are to be scored only
/// @param rowIds 0-based row numbers in the dataset, one a row
// Copying 100 MB arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
public record Matrix(List<Feature> features, float[] values, double[] target, long[] rowIds) {
    public Matrix {
        features = List.copyOf(features);
        Require.that(
                values.length == (long) rowIds.length * features.size(),
                values.length + " values; expected " + rowIds.length + " rows × " + features.size() + " features");
        Require.that(
                target.length == 0 || target.length == rowIds.length,
                target.length + " targets; expected none or one for each of " + rowIds.length + " rows");
    }

    /// The number of rows.
    public int rows() {
        return rowIds.length;
    }

    /// The value of a feature in a row.
    public float at(int row, int feature) {
        return values[row * features.size() + feature];
    }
}
