package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.ValueCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// A column of texts or booleans.
final class LabelAccumulator implements ColumnAccumulator {
    private static final int MOST_SHOWN = 20;

    private final TableColumn column;
    private final int mostCounted;
    private final int[] sample;
    private final List<String> sampleLabels = new ArrayList<>();
    private final Map<String, Integer> sampleCodes = new HashMap<>();
    private final Map<String, Tally> counts = new HashMap<>();
    private @Nullable DistinctSketch sketch;
    private long present;

    LabelAccumulator(TableColumn column, int places, int mostCounted) {
        this.column = column;
        this.mostCounted = mostCounted;
        this.sample = new int[places];
        Arrays.fill(sample, -1);
    }

    @Override
    public void read(DuckDBReadableVector vector, int rows, long[] rowHashes, int[] places) {
        boolean truth = column.type() == ColumnType.BOOLEAN;
        for (int row = 0; row < rows; row++) {
            if (vector.isNull(row)) {
                rowHashes[row] = Hashes.combine(rowHashes[row], Hashes.MISSING);
                continue;
            }
            String text = truth ? String.valueOf(vector.getBoolean(row)) : vector.getString(row);
            long hash = Hashes.of(text);
            rowHashes[row] = Hashes.combine(rowHashes[row], hash);
            present++;
            String key = ValueTexts.key(text, hash);
            count(key, hash);
            if (places[row] >= 0) {
                sample[places[row]] = code(key);
            }
        }
    }

    private int code(String key) {
        Integer known = sampleCodes.putIfAbsent(key, sampleLabels.size());
        if (known != null) {
            return known;
        }
        sampleLabels.add(key);
        return sampleLabels.size() - 1;
    }

    private void count(String key, long hash) {
        if (sketch != null) {
            sketch.add(hash);
            return;
        }
        counts.computeIfAbsent(key, text -> new Tally(hash)).rows++;
        if (counts.size() > mostCounted) {
            DistinctSketch estimate = new DistinctSketch();
            counts.values().forEach(tally -> estimate.add(tally.hash));
            sketch = estimate;
            counts.clear();
        }
    }

    @Override
    public ScannedColumn finish(long rows, long[] binCounts) {
        List<ValueCount> top = frequent(sketch == null ? counts() : sampleCounts());
        boolean complete = sketch == null && counts.size() <= ScannedColumn.MOST_LISTED;
        ColumnProfile profile = new ColumnProfile(
                column.name(),
                column.type(),
                rows - present,
                sketch == null ? counts.size() : sketch.estimate(),
                null,
                null,
                null,
                null,
                List.of(),
                top.subList(0, Math.min(MOST_SHOWN, top.size())),
                null);
        return new ScannedColumn(profile, new SampleColumn.Labels(sample, sampleLabels), complete ? top : null, 0, 0);
    }

    private Map<String, Long> counts() {
        Map<String, Long> plain = new HashMap<>();
        counts.forEach((text, tally) -> plain.put(text, tally.rows));
        return plain;
    }

    private Map<String, Long> sampleCounts() {
        Map<String, Long> sampled = new HashMap<>();
        for (int code : sample) {
            if (code >= 0) {
                sampled.merge(sampleLabels.get(code), 1L, Long::sum);
            }
        }
        return sampled;
    }

    private static List<ValueCount> frequent(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(ScannedColumn.MOST_LISTED)
                .map(entry -> new ValueCount(ValueTexts.capped(entry.getKey()), entry.getValue()))
                .toList();
    }

    /// Rows of one text.
    private static final class Tally {
        private final long hash;
        private long rows;

        Tally(long hash) {
            this.hash = hash;
        }
    }
}
