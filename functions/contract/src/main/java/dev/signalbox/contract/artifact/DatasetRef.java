package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;

/// A typed table in Parquet.
///
/// @param table the Parquet file; its first column is not special, row order is the order of the source
/// @param rows 0 or more
/// @param columns 1 or more
public record DatasetRef(ArtifactRef table, long rows, int columns) {
    public DatasetRef {
        Require.present(table, "table");
        Require.inRange(rows, 0, Long.MAX_VALUE, "rows");
        Require.inRange(columns, 1, 100_000, "columns");
    }
}
