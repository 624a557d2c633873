package dev.signalbox.data.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkReader;

/// Reads some thousand rows at once, column by column: about ten times as fast as row by row. The chunk is
/// valid only during the call.
@FunctionalInterface
public interface ChunkReader {
    /// The next rows, in the order of the query.
    void read(DuckDBDataChunkReader chunk) throws SQLException;
}
