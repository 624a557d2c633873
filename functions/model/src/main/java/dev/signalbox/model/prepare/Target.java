package dev.signalbox.model.prepare;

import dev.signalbox.contract.config.Task;
import java.util.List;

/// What is to be predicted, row by row.
///
/// @param task with two classes always binary
/// @param name of the column
/// @param classes labels in the order of their codes; empty for regression
/// @param values a class code or a number, one a row of the table; NaN where the row has none
/// @param labelled places of the rows that have one, ascending
// Copying large arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
record Target(Task task, String name, List<String> classes, double[] values, int[] labelled) {
    /// The targets of some rows.
    double[] of(int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    /// The number of rows of each class among some rows.
    int[] counts(int[] rows) {
        int[] counts = new int[classes.size()];
        for (int row : rows) {
            counts[(int) values[row]]++;
        }
        return counts;
    }
}
