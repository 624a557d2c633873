package dev.signalbox.model.learn;

import dev.signalbox.contract.Require;
import dev.signalbox.contract.config.Task;
import dev.signalbox.model.matrix.Feature;
import java.util.List;

/// What goes into a model and what comes out.
///
/// @param task what is predicted
/// @param classCount number of classes; 0 for a regression
/// @param features the columns that it was trained on, in order
public record ModelShape(Task task, int classCount, List<Feature> features) {
    public ModelShape {
        Require.present(task, "task");
        features = Require.listOrEmpty(features);
        Require.that(
                task.isClassification() == (classCount >= 2),
                "classCount is " + classCount + "; expected two or more for a classification, 0 for a regression");
    }

    /// Numbers that a prediction of one row has.
    public int width() {
        return Math.max(1, classCount);
    }
}
