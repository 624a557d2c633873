package dev.signalbox.model.table;

import dev.signalbox.contract.Nearest;
import java.util.Collection;
import java.util.stream.Collectors;

/// What to say when a column is not there: the nearest name, and those that are.
public final class NearestName {
    private static final int LISTED = 20;

    private NearestName() {}

    /// A hint such as `Did you mean 'species'? The columns are: …`.
    public static String hint(String wanted, Collection<String> names) {
        String listed = names.stream().limit(LISTED).collect(Collectors.joining(", "));
        String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        String question = Nearest.to(wanted, names)
                .map(name -> "Did you mean '" + name + "'? ")
                .orElse("");
        return question + "The columns are: " + listed + more + ".";
    }
}
