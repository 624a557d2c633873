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
/// @param folds by which candidates are cross-validated, so that the validation rows are training rows too;
///     0 where they are not
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
        DataVerdict verdict,
        int folds) {
    public DataFacts {
        Require.present(verdict, "verdict");
    }

    /// Without folds.
    public DataFacts(
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
        this(
                rows,
                columns,
                rejectedRows,
                trainRows,
                validRows,
                holdoutRows,
                features,
                classes,
                rarestClassShare,
                task,
                metric,
                verdict,
                0);
    }
}
