package dev.signalbox.model.predict;

import dev.signalbox.contract.failure.InvalidInput;
import dev.signalbox.model.table.NearestName;
import java.util.List;
import java.util.stream.Collectors;

/// Where the columns that a model needs stand among those that a file has.
final class WantedColumns {
    private static final int LISTED = 5;

    private WantedColumns() {}

    /// One place a wanted column.
    ///
    /// Raises [InvalidInput] where the file lacks one, with the nearest name.
    static int[] places(List<String> wanted, List<String> found) {
        List<String> missing = wanted.stream().filter(name -> !found.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw missing(missing, found);
        }
        return wanted.stream().mapToInt(found::indexOf).toArray();
    }

    static InvalidInput missing(List<String> missing, List<String> found) {
        String names = missing.stream().limit(LISTED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        String more = missing.size() > LISTED ? " and " + (missing.size() - LISTED) + " more" : "";
        return new InvalidInput(
                "The rows have no column " + names + more + ", which the model was trained with.",
                NearestName.hint(missing.getFirst(), found));
    }
}
