package dev.signalbox.data.repair;

import dev.signalbox.contract.action.ColumnType;
import dev.signalbox.contract.reading.ValueReading;
import dev.signalbox.runtime.value.CellText;
import dev.signalbox.runtime.value.CellValue;
import dev.signalbox.runtime.value.ColumnPlan;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Wanted labels that are values of a typed column, as the column has them.
final class WantedLabels {
    private WantedLabels() {}

    /// Each wanted label as the text of a value of the type, an empty one as it is; null where one of them is
    /// no value of the type: then the column becomes text.
    static @Nullable SortedMap<String, String> typed(SortedMap<String, String> labels, ColumnType type) {
        List<String> wanted =
                labels.values().stream().filter(label -> !label.isEmpty()).toList();
        ColumnPlan plan = ColumnPlan.of(ParsedValues.reading(wanted, type));
        ColumnPlan plain = ColumnPlan.of(ValueReading.of(type));
        SortedMap<String, String> typed = new TreeMap<>();
        for (Map.Entry<String, String> entry : labels.entrySet()) {
            CellValue value = CellText.read(entry.getValue(), plan);
            boolean readable = CellText.read(value.text(), plain).equals(value);
            if (value.isUnreadable() || !readable) {
                return null;
            }
            typed.put(entry.getKey(), value.text());
        }
        return typed;
    }
}
