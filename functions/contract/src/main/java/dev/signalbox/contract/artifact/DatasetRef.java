package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// A typed table in Parquet.
///
/// @param table the Parquet file; its first column is not special, row order is the order of the source
/// @param rows 0 or more
/// @param columns 1 or more
/// @param rejectedRows of the source that were set aside when it was read, 0 or more; null where that is not
///     known
/// @param reading reading.json: how the table came out of raw rows, so that rows to be scored are read and
///     repaired alike; null for a holdout, which is never scored from raw rows, and where an earlier version
///     wrote the table
public record DatasetRef(
        ArtifactRef table,
        long rows,
        int columns,
        @Nullable Long rejectedRows,
        @Nullable ArtifactRef reading) {
    public DatasetRef {
        Require.present(table, "table");
        Require.inRange(rows, 0, Long.MAX_VALUE, "rows");
        Require.inRange(columns, 1, 100_000, "columns");
        if (rejectedRows != null) {
            Require.inRange(rejectedRows, 0, Long.MAX_VALUE, "rejectedRows");
        }
    }

    /// Of a table that was not read from a source.
    public DatasetRef(ArtifactRef table, long rows, int columns) {
        this(table, rows, columns, null, null);
    }
}
