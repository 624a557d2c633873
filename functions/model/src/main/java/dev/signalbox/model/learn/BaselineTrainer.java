package dev.signalbox.model.learn;

import dev.signalbox.contract.action.CandidateSpec;
import dev.signalbox.model.matrix.Matrix;
import java.util.List;
import java.util.TreeMap;

/// Learns the classes' shares, with one row added to each class so that none is impossible (Laplace's rule),
/// or the target's mean.
final class BaselineTrainer implements Trainer {
    @Override
    public Training train(Matrix train, Matrix valid, CandidateSpec spec, TrainingContext context) {
        Targets.require(train, context.classCount(), "training");
        double[] answer = context.classCount() == 0
                ? new double[] {TargetScale.of(train.target()).mean()}
                : shares(Targets.counts(train.target(), context.classCount()));
        ModelShape shape = new ModelShape(context.task(), context.classCount(), train.features());
        return new Training(new BaselineModel(shape, answer), 0, false, false, List.of(), List.of(), new TreeMap<>());
    }

    private static double[] shares(long[] counts) {
        double total = counts.length;
        for (long count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int code = 0; code < shares.length; code++) {
            shares[code] = (counts[code] + 1) / total;
        }
        return shares;
    }
}
