package dev.signalbox.data.validate.profile;

import dev.signalbox.contract.profile.ColumnProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table as one scan left it.
///
/// @param rows of the table
/// @param sampleRows rows of the sample: all of them up to 50,000 and four million cells
/// @param columns by name, in the order of the table
/// @param duplicateRows rows that repeat an earlier one; an estimate above four million rows
/// @param sharedRows rows that the table which was scanned before has as well; 0 where there was none
public record ScannedDataset(
        long rows, int sampleRows, Map<String, ScannedColumn> columns, long duplicateRows, long sharedRows) {
    public ScannedDataset {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// A column, null where there is none of that name.
    public @Nullable ScannedColumn column(String name) {
        return columns.get(name);
    }

    /// Names in the order of the table.
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /// The columns in numbers.
    public List<ColumnProfile> profiles() {
        return columns.values().stream().map(ScannedColumn::profile).toList();
    }

    /// Rows of the table that so many rows of the sample stand for.
    public long scaled(long sampled) {
        return sampleRows == rows ? sampled : Math.round((double) sampled * rows / Math.max(1, sampleRows));
    }
}
