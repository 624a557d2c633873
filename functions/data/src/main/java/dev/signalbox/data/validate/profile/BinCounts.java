package dev.signalbox.data.validate.profile;

import dev.signalbox.data.duckdb.Sql;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;

/// The second pass over a large table: how many numbers lie in each bin.
final class BinCounts {
    private final List<NumberAccumulator> columns;
    private final double[][] bounds;
    private final long[][] counts;

    BinCounts(List<NumberAccumulator> columns) {
        this.columns = columns;
        this.bounds = columns.stream()
                .map(column ->
                        column.edges().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        this.counts = new long[columns.size()][];
        for (int column = 0; column < counts.length; column++) {
            counts[column] = new long[Math.max(0, bounds[column].length - 1)];
        }
    }

    /// The columns as they were read before.
    String select(Path file) {
        return columns.stream()
                .map(NumberAccumulator::projection)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + Sql.parquet(file)));
    }

    /// Takes the next rows in.
    void read(DuckDBDataChunkReader chunk) {
        for (int column = 0; column < counts.length; column++) {
            if (counts[column].length > 0) {
                NumberAccumulator.Values values = columns.get(column).values(chunk.vector(column));
                read(values, (int) chunk.rowCount(), bounds[column], counts[column]);
            }
        }
    }

    private static void read(NumberAccumulator.Values values, int rows, double[] bounds, long[] counts) {
        for (int row = 0; row < rows; row++) {
            double value = values.at(row);
            if (Double.isFinite(value)) {
                counts[Quantiles.binOf(bounds, value)]++;
            }
        }
    }

    /// The counts of each column.
    Map<ColumnAccumulator, long[]> counts() {
        Map<ColumnAccumulator, long[]> byColumn = new LinkedHashMap<>();
        for (int column = 0; column < counts.length; column++) {
            byColumn.put(columns.get(column), counts[column]);
        }
        return byColumn;
    }
}
