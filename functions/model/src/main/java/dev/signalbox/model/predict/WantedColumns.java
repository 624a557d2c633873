package dev.signalbox.model.predict;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.contract.reading.ColumnReading;
import dev.signalbox.model.table.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where the columns that a model needs stand among those that a file has.
final class WantedColumns {
    private static final int LISTED = 5;

    private WantedColumns() {}

    /// One place a wanted column: of the first of its names that is there.
    ///
    /// Raises [InvalidInput] where the file lacks one, with the nearest name.
    static int[] places(List<ColumnReading> wanted, List<String> found) {
        List<String> missing = new ArrayList<>();
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(wanted.get(i), found);
            if (places[i] < 0) {
                missing.add(wanted.get(i).rawNames().getFirst());
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing, found);
        }
        return places;
    }

    /// The place of the first of a column's names that is there; -1 where none is.
    static int place(ColumnReading wanted, List<String> found) {
        return wanted.rawNames().stream()
                .mapToInt(found::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    static InvalidInput missing(List<String> missing, List<String> found) {
        String names =
                missing.stream().limit(LISTED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        String more = missing.size() > LISTED ? " and " + (missing.size() - LISTED) + " more" : "";
        return new InvalidInput(
                "The rows have no column " + names + more + ", which the model was trained with.",
                NearestName.hint(missing.getFirst(), found));
    }
}
