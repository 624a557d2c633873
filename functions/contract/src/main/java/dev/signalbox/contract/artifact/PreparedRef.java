package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.PipelineConfig;
import dev.signalbox.contract.config.Task;
import dev.signalbox.contract.metric.MetricName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `Prepare` made of a dataset: three matrices and the fitted features, split before anything was
/// fitted.
///
/// @param task what is predicted
/// @param target the name of the target's column; it came from the data
/// @param classes labels in the order of their codes; empty for regression
/// @param features features.json, the fitted transforms
/// @param train matrix that models are fitted on; with folds, all rows that are not held out
/// @param valid matrix that candidates are compared on; with folds, the rows of `train` that a fold predicts
/// @param holdout matrix that `Gate` alone opens
/// @param trainRows rows of train
/// @param validRows rows of valid
/// @param holdoutRows rows of holdout
/// @param dataset whose row numbers the matrices of train and valid carry, so that a champion's own features
///     can be applied to the same rows; null where an earlier version prepared it
/// @param holdoutDataset whose row numbers the holdout carries, when the user brought one; null where the
///     holdout was split off the dataset
/// @param folds where the rows are few and candidates are compared by cross-validation; null where they are
///     compared on rows of their own
/// @param unlabelledRows rows of the dataset without a target, which are in none of the matrices; 0 where an
///     earlier version prepared it
/// @param findings findings.json of Prepare: what was noticed when rows were divided; null for nothing
/// @param metric the primary metric where the pipeline names none and the data asks for another than the
///     default of its task; null otherwise
public record PreparedRef(
        Task task,
        String target,
        List<String> classes,
        ArtifactRef features,
        ArtifactRef train,
        ArtifactRef valid,
        ArtifactRef holdout,
        long trainRows,
        long validRows,
        long holdoutRows,
        @Nullable DatasetRef dataset,
        @Nullable DatasetRef holdoutDataset,
        @Nullable FoldsRef folds,
        long unlabelledRows,
        @Nullable ArtifactRef findings,
        @Nullable MetricName metric) {
    public PreparedRef {
        Require.present(task, "task");
        Require.notBlank(target, "target");
        classes = Require.listOrEmpty(classes);
        Require.present(features, "features");
        Require.present(train, "train");
        Require.present(valid, "valid");
        Require.present(holdout, "holdout");
        Require.that(
                task.isClassification() == (classes.size() >= 2),
                "classes has " + classes.size()
                        + " labels; expected two or more for a classification and none for a regression");
    }

    /// Without the datasets that the row numbers belong to: a champion with other features cannot be
    /// compared.
    public PreparedRef(
            Task task,
            String target,
            List<String> classes,
            ArtifactRef features,
            ArtifactRef train,
            ArtifactRef valid,
            ArtifactRef holdout,
            long trainRows,
            long validRows,
            long holdoutRows) {
        this(
                task,
                target,
                classes,
                features,
                train,
                valid,
                holdout,
                trainRows,
                validRows,
                holdoutRows,
                null,
                null,
                null,
                0,
                null,
                null);
    }

    /// The same with the datasets that the row numbers belong to.
    public PreparedRef withDatasets(DatasetRef of, @Nullable DatasetRef ofHoldout) {
        return with(of, ofHoldout, folds, unlabelledRows, findings, metric);
    }

    /// The same with folds.
    public PreparedRef withFolds(@Nullable FoldsRef of) {
        return with(dataset, holdoutDataset, of, unlabelledRows, findings, metric);
    }

    /// The same with the number of rows that have no target.
    public PreparedRef withUnlabelled(long rows) {
        return with(dataset, holdoutDataset, folds, rows, findings, metric);
    }

    /// The same with what was noticed when rows were divided.
    public PreparedRef withFindings(@Nullable ArtifactRef of) {
        return with(dataset, holdoutDataset, folds, unlabelledRows, of, metric);
    }

    /// The primary metric: the configured one, else the one that the data asks for, else the default of the task.
    public MetricName metricFor(PipelineConfig config) {
        return metric == null || config.metric() != null ? config.metricFor(task) : metric;
    }

    /// The same with a primary metric that the data asks for.
    public PreparedRef withMetric(@Nullable MetricName of) {
        return with(dataset, holdoutDataset, folds, unlabelledRows, findings, of);
    }

    private PreparedRef with(
            @Nullable DatasetRef of,
            @Nullable DatasetRef ofHoldout,
            @Nullable FoldsRef newFolds,
            long unlabelled,
            @Nullable ArtifactRef noticed,
            @Nullable MetricName wanted) {
        return new PreparedRef(
                task,
                target,
                classes,
                features,
                train,
                valid,
                holdout,
                trainRows,
                validRows,
                holdoutRows,
                of,
                ofHoldout,
                newFolds,
                unlabelled,
                noticed,
                wanted);
    }
}
