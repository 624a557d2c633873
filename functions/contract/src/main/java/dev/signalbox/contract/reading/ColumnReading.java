package dev.signalbox.contract.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.signalbox.contract.Require;
import dev.signalbox.contract.action.ColumnType;
import java.util.ArrayList;
import java.util.List;

/// How a column of a dataset came out of raw rows.
///
/// @param column as the dataset has it; it came from the data
/// @param rawNames that raw rows may have it under, the one that the data had first; one at least
/// @param raw how the raw text is read
/// @param repairs of its values, in the order in which they were carried out
public record ColumnReading(String column, List<String> rawNames, ValueReading raw, List<ColumnRepair> repairs) {
    public ColumnReading {
        Require.present(column, "column");
        rawNames = Require.listOrEmpty(rawNames);
        Require.that(!rawNames.isEmpty(), "rawNames of " + column + " is empty; expected one or more");
        Require.present(raw, "raw");
        repairs = Require.listOrEmpty(repairs);
    }

    /// A column that nobody has repaired.
    public static ColumnReading of(String column, ValueReading raw) {
        return new ColumnReading(column, List.of(column), raw, List.of());
    }

    /// The type of the column in the dataset.
    @JsonIgnore
    public ColumnType type() {
        ColumnType type = raw.type();
        for (ColumnRepair repair : repairs) {
            type = switch (repair) {
                case ColumnRepair.Parsed parsed -> parsed.reading().type();
                case ColumnRepair.Mapped mapped -> mapped.as();
                case ColumnRepair.Clipped _ -> type;
                case ColumnRepair.Measured _ -> ColumnType.NUMBER;
            };
        }
        return type;
    }

    /// The column with one repair more.
    public ColumnReading repaired(ColumnRepair repair) {
        List<ColumnRepair> more = new ArrayList<>(repairs);
        more.add(repair);
        return new ColumnReading(column, rawNames, raw, more);
    }

    /// The column under another name.
    ///
    /// @param isRaw whether raw rows may have it under that name, too
    public ColumnReading renamed(String name, boolean isRaw) {
        List<String> names = new ArrayList<>(rawNames);
        if (isRaw && !names.contains(name)) {
            names.add(name);
        }
        return new ColumnReading(name, names, raw, repairs);
    }
}
