package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;

/// What a model says of rows. The array is shared, not copied.
///
/// @param width number of classes (2 for a binary task), or 1 for a regression
/// @param values row-major, `rows × width`: probabilities that sum to 1 in a row, or the predicted number
// Copying 100 MB arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
public record Predictions(int width, double[] values) {
    public Predictions {
        Require.inRange(width, 1, 10_000, "width");
        Require.that(values.length % width == 0, values.length + " values; expected a multiple of the width, " + width);
    }

    /// The number of rows.
    public int rows() {
        return values.length / width;
    }

    /// The probability of a class, or the predicted number for class 0 of a regression.
    public double at(int row, int classCode) {
        return values[row * width + classCode];
    }

    /// The most probable class of each row, the least code on a tie; zeros for a regression.
    public int[] mostProbable() {
        int[] classes = new int[rows()];
        for (int row = 0; row < classes.length; row++) {
            for (int code = 1; code < width; code++) {
                if (at(row, code) > at(row, classes[row])) {
                    classes[row] = code;
                }
            }
        }
        return classes;
    }
}
