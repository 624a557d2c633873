package dev.signalbox.contract.decision;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import dev.signalbox.contract.stage.DataVerdict;
import org.jspecify.annotations.Nullable;

/// The dataset in numbers.
///
/// @param rows rows of the dataset
/// @param columns columns with the target
/// @param rejectedRows rows set aside while reading
/// @param trainRows 0 before Prepare
/// @param validRows 0 before Prepare
/// @param holdoutRows 0 before Prepare
/// @param features columns of the matrix; 0 before Prepare
/// @param classes 0 for a regression or before Prepare
/// @param rarestClassShare share of the rarest class; 1 for a regression or before Validate
/// @param task null before Prepare
/// @param metric the primary metric; null before Prepare
/// @param verdict what Validate said
public record DataFacts(
        long rows,
        int columns,
        long rejectedRows,
        long trainRows,
        long validRows,
        long holdoutRows,
        int features,
        int classes,
        double rarestClassShare,
        @Nullable Task task,
        @Nullable MetricName metric,
        DataVerdict verdict) {
    public DataFacts {
        Require.present(verdict, "verdict");
    }
}
