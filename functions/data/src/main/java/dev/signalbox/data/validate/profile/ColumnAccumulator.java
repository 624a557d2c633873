package dev.signalbox.data.validate.profile;

import java.sql.SQLException;
import org.duckdb.DuckDBReadableVector;

/// Takes in a column chunk by chunk.
sealed interface ColumnAccumulator permits NumberAccumulator, LabelAccumulator {
    /// Values counted one by one at most; beyond, their number is estimated.
    int MOST_COUNTED = 10_000;

    /// Takes the next rows in.
    ///
    /// @param vector of this column
    /// @param rows in the chunk
    /// @param rowHashes each row's hash so far; this column is mixed in
    /// @param places of the rows in the sample, -1 for those that are not in it
    void read(DuckDBReadableVector vector, int rows, long[] rowHashes, int[] places) throws SQLException;

    /// The column, when every row was taken in.
    ///
    /// @param rows of the table
    /// @param binCounts of the histogram whose edges this column asked for; empty for texts
    ScannedColumn finish(long rows, long[] binCounts);

    /// An accumulator for a column.
    ///
    /// @param places of the sample
    /// @param mostCounted distinct values that are counted one by one
    static ColumnAccumulator of(TableColumn column, int places, int mostCounted) {
        return column.isNumeric()
                ? new NumberAccumulator(column, places, mostCounted)
                : new LabelAccumulator(column, places, mostCounted);
    }
}
