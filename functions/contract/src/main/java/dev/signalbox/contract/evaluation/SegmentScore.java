package dev.signalbox.contract.evaluation;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.metric.MetricValue;

/// The primary metric on a slice of the rows.
///
/// @param column the source column
/// @param value a category, or a range such as `[1.5, 3.0)`; it came from the data
/// @param rows of the slice
/// @param score the primary metric there
public record SegmentScore(String column, String value, long rows, MetricValue score) {
    public SegmentScore {
        Require.notBlank(column, "column");
        Require.present(value, "value");
        Require.present(score, "score");
    }
}
