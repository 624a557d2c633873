package dev.signalbox.model.predict;

import org.jspecify.annotations.Nullable;

/// A row to score.
///
/// @param cells one a wanted column, in order; null is missing
/// @param typed for each cell, whether the file holds it as a value and not as text that people wrote
/// @param defect why it cannot be scored; null where it can be tried
// An array, since a record with value semantics for each of a million rows would only cost; equality is never
// asked for.
@SuppressWarnings("ArrayRecordComponent")
record SourceRow(
        @Nullable String[] cells, boolean[] typed, @Nullable String defect) {
    private static final @Nullable String[] NONE = {};

    static SourceRow broken(String defect) {
        return new SourceRow(NONE, new boolean[0], defect);
    }
}
