package dev.signalbox.model.prepare;

import dev.signalbox.model.learn.Fold;
import java.util.Arrays;
import java.util.List;

/// Which rows are for what, and the folds where they are few; places in a table, each ascending.
///
/// @param train that the models that may be promoted, and their transforms, are fitted on
/// @param valid that candidates are compared on; with folds, rows of `train` that a fold predicts
/// @param holdout that the gate alone opens
/// @param folds empty where candidates are compared on rows of their own
// Copying large arrays for value semantics would double the memory of a stage; equality is never asked for.
@SuppressWarnings("ArrayRecordComponent")
record Division(int[] train, int[] valid, int[] holdout, List<Fold> folds) {
    /// Raises [dev.signalbox.contract.failure.DataQuality] where a part would be empty or lack a class that it
    /// needs.
    static Division of(Splitter splitter, FoldMatrices matrices) {
        RowSplit split = splitter.split();
        List<FoldRows> rows = splitter.folds(split);
        List<Fold> folds = matrices.of(rows);
        if (folds.isEmpty()) {
            return new Division(split.train(), splitter.judged(split.valid()), split.holdout(), folds);
        }
        int[] predicted = rows.stream()
                .map(FoldRows::valid)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        return new Division(split.pool(), predicted, split.holdout(), folds);
    }
}
