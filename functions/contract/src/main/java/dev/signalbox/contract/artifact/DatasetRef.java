package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;
import org.jspecify.annotations.Nullable;

/// A typed table in Parquet.
///
/// @param table the Parquet file; its first column is not special, row order is the order of the source
/// @param rows 0 or more
/// @param columns 1 or more
/// @param reading reading.json: how the table came out of raw rows, so that rows to be scored are read and
///     repaired alike; null for a holdout, which is never scored from raw rows, and where an earlier version
///     wrote the table
public record DatasetRef(
        ArtifactRef table, long rows, int columns, @Nullable ArtifactRef reading) {
    public DatasetRef {
        Require.present(table, "table");
        Require.inRange(rows, 0, Long.MAX_VALUE, "rows");
        Require.inRange(columns, 1, 100_000, "columns");
    }

    /// Without a record of how it was read.
    public DatasetRef(ArtifactRef table, long rows, int columns) {
        this(table, rows, columns, null);
    }
}
