package dev.signalbox.data.validate.profile;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;

/// Hands each chunk to the accumulators, column by column, and each row's hash to the search for duplicates.
final class TableReader {
    private static final int CHUNK_ROWS = 2_048;

    private final List<ColumnAccumulator> accumulators;
    private final RowPicker picker;
    private final RowHashes hashes;
    private long[] rowHashes = new long[CHUNK_ROWS];
    private int[] places = new int[CHUNK_ROWS];
    private long rows;

    TableReader(List<ColumnAccumulator> accumulators, RowPicker picker, RowHashes hashes) {
        this.accumulators = accumulators;
        this.picker = picker;
        this.hashes = hashes;
    }

    /// Takes the next rows in.
    void read(DuckDBDataChunkReader chunk) throws SQLException {
        int count = (int) chunk.rowCount();
        if (count > rowHashes.length) {
            rowHashes = new long[count];
            places = new int[count];
        }
        for (int row = 0; row < count; row++) {
            rowHashes[row] = 0;
            places[row] = picker.placeOf(rows + row);
        }
        for (int column = 0; column < accumulators.size(); column++) {
            accumulators.get(column).read(chunk.vector(column), count, rowHashes, places);
        }
        for (int row = 0; row < count; row++) {
            hashes.add(rowHashes[row]);
        }
        rows += count;
    }

    /// Rows taken in.
    long rows() {
        return rows;
    }
}
