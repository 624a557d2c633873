package dev.signalbox.contract.profile;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column in numbers.
///
/// @param name as it stands in the data
/// @param type of the typed table
/// @param missing rows without a value
/// @param distinct different values, missing not counted; approximate above 10,000
/// @param min of a number, or seconds since 1970 of a date; null otherwise
/// @param max likewise
/// @param mean likewise
/// @param standardDeviation likewise
/// @param quantiles at 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99; empty for text
/// @param top most frequent values first, at most 20
/// @param histogram null for text
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        long distinct,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        List<Double> quantiles,
        List<ValueCount> top,
        @Nullable Histogram histogram) {
    public ColumnProfile {
        Require.present(name, "name");
        Require.present(type, "type");
        quantiles = Require.listOrEmpty(quantiles);
        top = Require.listOrEmpty(top);
    }
}
