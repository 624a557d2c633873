package dev.signalbox.registry.report;

import dev.signalbox.registry.chart.Chart;
import java.util.Map;

/// A chart with what stands above and below it, for the template.
final class Figure {
    private Figure() {}

    /// @param caption one or two sentences that say how to read it
    /// @param legend whether validation (s1) and holdout (s2) have to be told apart
    static Map<String, String> of(Chart chart, String caption, boolean legend) {
        return Map.of("title", chart.title(), "svg", chart.svg(), "caption", caption, "legend", legend ? "yes" : "");
    }
}
