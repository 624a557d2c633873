package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.profile.ColumnProfile;
import dev.signalbox.contract.profile.ValueCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column as one scan left it.
///
/// @param profile in numbers, as profile.json has it
/// @param sample its values in the rows of the sample
/// @param counts every distinct value with its rows, most frequent first; null above 1,000 distinct values
/// @param infinite rows whose number is infinite; they are neither missing nor part of minimum, mean or
///     histogram
/// @param undefined rows whose number is NaN; they count as missing
public record ScannedColumn(
        ColumnProfile profile,
        SampleColumn sample,
        @Nullable List<ValueCount> counts,
        long infinite,
        long undefined) {
    /// Distinct values up to which all are listed.
    static final int MOST_LISTED = 1_000;

    /// The column's name.
    public String name() {
        return profile.name();
    }

    /// The column's type.
    public ColumnType type() {
        return profile.type();
    }

    /// Whether values are texts.
    public boolean isText() {
        return profile.type() == ColumnType.TEXT;
    }

    /// Every distinct value with its rows; empty where there are too many to list.
    public List<ValueCount> countsOrEmpty() {
        return counts == null ? List.of() : counts;
    }

    /// With another number of distinct values.
    ScannedColumn withDistinct(long distinct) {
        ColumnProfile p = profile;
        ColumnProfile corrected = new ColumnProfile(
                p.name(),
                p.type(),
                p.missing(),
                distinct,
                p.min(),
                p.max(),
                p.mean(),
                p.standardDeviation(),
                p.quantiles(),
                p.top(),
                p.histogram());
        return new ScannedColumn(corrected, sample, counts, infinite, undefined);
    }
}
