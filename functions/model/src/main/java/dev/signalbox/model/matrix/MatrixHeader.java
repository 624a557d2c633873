package dev.signalbox.model.matrix;

import dev.signalbox.contract.Require;
import java.util.List;

/// The JSON part of a [MatrixFile].
///
/// @param rows 0 or more; `rows × features` fits an array
/// @param hasTarget whether there is one target a row
/// @param features columns in order
record MatrixHeader(int rows, boolean hasTarget, List<Feature> features) {
    MatrixHeader {
        features = Require.listOrEmpty(features);
        Require.inRange(rows, 0, Integer.MAX_VALUE / Math.max(1, features.size()), "rows");
    }

    int targets() {
        return hasTarget ? rows : 0;
    }

    long bodyBytes() {
        return 4L * rows * features.size() + 8L * targets() + 8L * rows;
    }
}
