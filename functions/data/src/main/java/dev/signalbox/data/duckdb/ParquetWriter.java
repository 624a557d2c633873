package dev.signalbox.data.duckdb;

import java.nio.file.Path;

/// Writes Parquet as all of our stages do: zstd, row groups of a fixed size, rows in order; the same rows
/// are the same bytes whatever the number of threads.
public final class ParquetWriter {
    /// Media type of the artifacts.
    public static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    private static final int ROW_GROUP_ROWS = 122_880;

    /// Distinct values of a row group up to which a column is written as a dictionary. DuckDB would go on to a
    /// twentieth of the rows: a column of real numbers never ends there, and trying costs a twentieth of the copy.
    private static final int DICTIONARY_VALUES = 2_000;

    private ParquetWriter() {}

    /// Writes the rows of a query.
    ///
    /// @return how many
    public static long write(DuckSession duck, String query, Path file) {
        return duck.execute("COPY (" + query + ") TO " + Sql.literal(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + ROW_GROUP_ROWS + ", DICTIONARY_SIZE_LIMIT "
                + DICTIONARY_VALUES + ")");
    }
}
