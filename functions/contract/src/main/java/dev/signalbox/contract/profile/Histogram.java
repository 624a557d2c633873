package dev.signalbox.contract.profile;

import dev.signalbox.contract.Require;
import java.util.List;

/// How the numbers of a column are spread.
///
/// @param edges ascending, one more than counts; quantiles of the column, so that counts are about equal
/// @param counts rows within `[edge, next edge)`, the last bin closed
public record Histogram(List<Double> edges, List<Long> counts) {
    public Histogram {
        edges = Require.listOrEmpty(edges);
        counts = Require.listOrEmpty(counts);
        Require.that(
                edges.isEmpty() ? counts.isEmpty() : edges.size() == counts.size() + 1,
                "edges has " + edges.size() + " values; expected one more than counts, " + counts.size());
    }
}
