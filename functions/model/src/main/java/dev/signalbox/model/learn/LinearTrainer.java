package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.contract.action.Hyperparameter;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Learns a logistic (two classes), softmax (more) or ridge regression by its exact optimum. The knobs `l2`
/// (default 1) and `balanced` count.
///
/// It is written here rather than taken from liblinear, which has no softmax and wants an object for each
/// number of a row (a gigabyte for a million rows of twenty); the tests compare the two. Where the optimum
/// is not reached in time the best weights so far are the model and `stoppedEarly` says so.
final class LinearTrainer implements Trainer {
    private static final double DEFAULT_L2 = 1;
    /// Without any penalty separable classes have no optimum.
    private static final double LEAST_L2 = 1e-6;

    @Override
    public Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        Targets.require(train, context.classCount(), "training");
        Targets.requireLearnable(train, context.classCount());
        ModelShape shape = new ModelShape(context.task(), context.classCount(), train.features());
        float[] values = CleanRows.of(shape.features(), train);
        LinearEncoding encoding = LinearEncoding.fit(values, CleanRows.categories(shape.features()));
        double l2 = Math.max(LEAST_L2, spec.parameter(Hyperparameter.L2, DEFAULT_L2));
        boolean balanced = spec.parameter(Hyperparameter.BALANCED, 0) == 1;
        boolean classes = context.classCount() > 0;
        TargetScale scale = classes ? TargetScale.IDENTITY : TargetScale.of(train.target());
        LinearObjective objective = new LinearObjective(
                values,
                classes ? train.target() : scale.standard(train.target()),
                classes ? Targets.classWeights(train.target(), context.classCount(), balanced) : new float[0],
                encoding,
                context,
                l2);
        Lbfgs.Minimum minimum = new Lbfgs(objective, context.deadlineNanos()).minimise(new double[objective.size()]);
        return new Training(
                new LinearModel(shape, encoding, minimum.point(), scale),
                0,
                !minimum.converged(),
                minimum.outOfTime(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of(
                        "l2", Double.toString(l2),
                        "balanced", Boolean.toString(classes && balanced),
                        "iterations", Integer.toString(minimum.iterations()))));
    }
}
