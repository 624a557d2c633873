package dev.signalbox.data.ingest;

import dev.signalbox.contract.Nearest;
import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.data.ingest.type.TypeDecision;
import java.util.ArrayList;
import java.util.List;

/// A second table by the columns of the first: found by name, first exactly, then with case ignored. Columns
/// that the first table does not have are left out.
final class SameColumns {
    private SameColumns() {}

    /// The place of each wanted column in the second table.
    ///
    /// Raises [InvalidInput] that names a missing column and the nearest of those that are there.
    static int[] places(String file, List<String> names, List<Column> wanted) {
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(file, names, wanted.get(i).name());
        }
        return places;
    }

    /// The wanted columns with the second table's own decimal sign and order of days; with the first table's
    /// where the second could be read either way.
    static List<Column> plans(List<Column> wanted, int[] places, TableScan scan, boolean commaDecimals) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Column column = wanted.get(i);
            columns.add(
                    new Column(column.name(), TypeDecision.like(column.plan(), scan.tally(places[i]), commaDecimals)));
        }
        return columns;
    }

    private static int place(String file, List<String> names, String wanted) {
        int exact = names.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < names.size(); i++) {
            if (ColumnNames.key(names.get(i)).equals(ColumnNames.key(wanted))) {
                return i;
            }
        }
        String nearest = Nearest.to(wanted, names)
                .map(name -> "; the nearest that it has is '" + name + "'")
                .orElse("");
        throw new InvalidInput(
                "The holdout " + file + " has no column '" + wanted + "'" + nearest + ".",
                "Bring a holdout with the same columns as the data; it has " + String.join(", ", names) + ".");
    }
}
