package dev.signalbox.model.learn;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The boosters of all folds, as one: its losses are the means over the rows of all folds.
final class FoldBoosting implements BoostingLoop.Booster, AutoCloseable {
    private final List<Fold> folds;
    private final List<Boosting> boosters;

    /// @param boosters one a fold; closed with this
    FoldBoosting(List<Fold> folds, List<Boosting> boosters) {
        this.folds = folds;
        this.boosters = boosters;
    }

    @Override
    public boolean boost(int round) {
        boolean learned = false;
        for (Boosting booster : boosters) {
            learned |= booster.boost(round);
        }
        return learned;
    }

    @Override
    public double trainLoss(int round) {
        return mean(fold -> fold.train().rows(), booster -> booster.trainLoss(round));
    }

    @Override
    public double validLoss(int round) {
        return mean(fold -> fold.valid().rows(), booster -> booster.validLoss(round));
    }

    /// What each fold's first rounds say of its validation rows.
    List<Predictions> predictions(int rounds) {
        return boosters.stream().map(booster -> booster.predictions(rounds)).toList();
    }

    /// Rows that all folds together are watched on.
    int validRows() {
        return folds.stream().mapToInt(fold -> fold.valid().rows()).sum();
    }

    /// Rows that all folds together learn from.
    int trainRows() {
        return folds.stream().mapToInt(fold -> fold.train().rows()).sum();
    }

    private double mean(ToDoubleFunction<Fold> weight, ToDoubleFunction<Boosting> loss) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < boosters.size(); i++) {
            double rows = weight.applyAsDouble(folds.get(i));
            sum += rows * loss.applyAsDouble(boosters.get(i));
            weights += rows;
        }
        return sum / weights;
    }

    @Override
    public void close() {
        boosters.forEach(Boosting::close);
    }
}
