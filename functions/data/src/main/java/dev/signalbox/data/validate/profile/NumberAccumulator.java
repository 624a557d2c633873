package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.Histogram;
import dev.signalbox.contract.profile.ValueCount;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// A column of numbers or dates. Mean and variance by Welford's method, which does not lose digits on large
/// offsets.
final class NumberAccumulator implements ColumnAccumulator {
    private final TableColumn column;
    private final int mostCounted;
    private final double[] sample;
    private double @Nullable [] sortedSample;
    private @Nullable LongCounts counts = new LongCounts();
    private @Nullable DistinctSketch sketch;
    private long finite;
    private long infinite;
    private long undefined;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;

    NumberAccumulator(TableColumn column, int places, int mostCounted) {
        this.column = column;
        this.mostCounted = mostCounted;
        this.sample = new double[places];
        Arrays.fill(sample, Double.NaN);
    }

    @Override
    public void read(DuckDBReadableVector vector, int rows, long[] rowHashes, int[] places) {
        boolean whole = column.type() == ColumnType.INTEGER;
        for (int row = 0; row < rows; row++) {
            if (vector.isNull(row)) {
                rowHashes[row] = Hashes.combine(rowHashes[row], Hashes.MISSING);
                continue;
            }
            long integer = whole ? vector.getLong(row) : 0;
            // Adding zero makes the two zeros one.
            double value = whole ? integer : vector.getDouble(row) + 0.0;
            long bits = whole ? integer : Double.doubleToLongBits(value);
            rowHashes[row] = Hashes.combine(rowHashes[row], bits);
            if (Double.isNaN(value)) {
                undefined++;
            } else {
                take(value, bits);
                if (places[row] >= 0) {
                    sample[places[row]] = value;
                }
            }
        }
    }

    private void take(double value, long bits) {
        count(bits);
        if (Double.isInfinite(value)) {
            infinite++;
            return;
        }
        finite++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        double off = value - mean;
        mean += off / finite;
        squares += off * (value - mean);
    }

    private void count(long bits) {
        if (sketch != null) {
            sketch.add(Hashes.mix(bits));
        } else if (counts != null) {
            counts.add(bits);
            if (counts.size() > mostCounted) {
                DistinctSketch estimate = new DistinctSketch();
                counts.forEach((key, count) -> estimate.add(Hashes.mix(key)));
                sketch = estimate;
                counts = null;
            }
        }
    }

    /// The column's name.
    String name() {
        return column.name();
    }

    /// How it is selected.
    String projection() {
        return column.projection();
    }

    /// The histogram that the column asks for; empty where it has no finite value.
    List<Double> edges() {
        return finite == 0 ? List.of() : Quantiles.edges(sorted(), min, max);
    }

    /// The numbers of a chunk.
    Values values(DuckDBReadableVector vector) {
        return column.type() == ColumnType.INTEGER
                ? row -> vector.isNull(row) ? Double.NaN : vector.getLong(row)
                : row -> vector.isNull(row) ? Double.NaN : vector.getDouble(row);
    }

    /// Numbers by row.
    @FunctionalInterface
    interface Values {
        /// The number, NaN where missing.
        double at(int row);
    }

    /// The values of the sample.
    double[] sample() {
        return sample;
    }

    @Override
    public ScannedColumn finish(long rows, long[] binCounts) {
        List<ValueCount> top =
                counts == null ? Frequent.of(sampleCounts(), column.type()) : Frequent.of(counts, column.type());
        boolean complete = counts != null && counts.size() <= ScannedColumn.MOST_LISTED;
        boolean any = finite > 0;
        ColumnProfile profile = new ColumnProfile(
                column.name(),
                column.type(),
                rows - finite - infinite,
                counts == null ? estimate() : counts.size(),
                any ? min : null,
                any ? max : null,
                any ? mean : null,
                finite > 1 ? Double.valueOf(Math.sqrt(Math.max(0, squares) / (finite - 1))) : null,
                any ? Quantiles.of(sorted()) : List.of(),
                Frequent.first(top),
                any ? Quantiles.histogram(edges(), binCounts) : new Histogram(List.of(), List.of()));
        return new ScannedColumn(profile, new SampleColumn.Numbers(sample), complete ? top : null, infinite, undefined);
    }

    private double[] sorted() {
        if (sortedSample == null) {
            double[] sorted = Quantiles.sortedFinite(sample);
            // A sample can miss every value of an almost empty column.
            sortedSample = sorted.length == 0 ? new double[] {min, max} : sorted;
        }
        return sortedSample;
    }

    private long estimate() {
        return sketch == null ? 0 : sketch.estimate();
    }

    private LongCounts sampleCounts() {
        LongCounts sampled = new LongCounts();
        for (double value : sample) {
            if (!Double.isNaN(value)) {
                sampled.add(column.type() == ColumnType.INTEGER ? (long) value : Double.doubleToLongBits(value));
            }
        }
        return sampled;
    }
}
