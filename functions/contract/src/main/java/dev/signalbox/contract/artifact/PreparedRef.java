package dev.signalbox.contract.artifact;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import java.util.List;

/// What `Prepare` made of a dataset: three matrices and the fitted features, split before anything was fitted.
///
/// @param task what is predicted
/// @param target the name of the target's column; it came from the data
/// @param classes labels in the order of their codes; empty for regression
/// @param features features.json, the fitted transforms
/// @param train matrix that models are fitted on
/// @param valid matrix that candidates are compared on
/// @param holdout matrix that `Gate` alone opens
/// @param trainRows rows of train
/// @param validRows rows of valid
/// @param holdoutRows rows of holdout
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
        long holdoutRows) {
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
}
