package dev.signalbox.data.ingest;

import dev.signalbox.contract.Nearest;
import java.util.Comparator;
import java.util.List;

/// The name that comes nearest, however far it is.
public final class NearestName {
    private NearestName() {}

    /// The nearest of some names, the first of several; empty where there are none.
    public static String of(String wanted, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> Nearest.distance(wanted, name)))
                .orElse("");
    }
}
