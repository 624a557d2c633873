package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ValueCount;
import java.util.ArrayList;
import java.util.List;

/// Numbers by frequency: most frequent first, the smaller before the larger.
final class Frequent {
    private static final int MOST_SHOWN = 20;

    private Frequent() {}

    /// At most 1,000 values with their counts.
    static List<ValueCount> of(LongCounts counts, ColumnType type) {
        record Entry(long key, long count) {}
        List<Entry> entries = new ArrayList<>();
        counts.forEach((key, count) -> entries.add(new Entry(key, count)));
        entries.sort((a, b) ->
                a.count() == b.count() ? compare(type, a.key(), b.key()) : Long.compare(b.count(), a.count()));
        return entries.stream()
                .limit(ScannedColumn.MOST_LISTED)
                .map(entry -> new ValueCount(ValueTexts.of(type, entry.key()), entry.count()))
                .toList();
    }

    private static int compare(ColumnType type, long a, long b) {
        return type == ColumnType.INTEGER
                ? Long.compare(a, b)
                : Double.compare(Double.longBitsToDouble(a), Double.longBitsToDouble(b));
    }

    /// As many as a profile shows.
    static List<ValueCount> first(List<ValueCount> top) {
        return top.subList(0, Math.min(MOST_SHOWN, top.size()));
    }
}
