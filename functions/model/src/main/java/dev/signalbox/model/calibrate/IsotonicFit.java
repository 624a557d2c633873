package dev.signalbox.model.calibrate;

import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.IndexSort;
import java.util.ArrayList;
import java.util.List;

/// Pools adjacent violators: blocks of neighbouring scores whose shares of positive rows rise. Source: Ayer
/// and others, Annals of Mathematical Statistics 26, 1955.
final class IsotonicFit {
    private final double[] rows;
    private final double[] scores;
    private final double[] positives;
    private int blocks;

    private IsotonicFit(int size) {
        this.rows = new double[size];
        this.scores = new double[size];
        this.positives = new double[size];
    }

    /// Values stay one row away from 0 and 1, so that no row to come has an infinite loss.
    static IsotonicScaling fit(Predictions predictions, double[] target, int[] chosen) {
        double[] keys = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            keys[i] = predictions.at(chosen[i], 1);
        }
        IsotonicFit fit = new IsotonicFit(chosen.length);
        int[] order = IndexSort.ascending(keys);
        for (int i = 0; i < order.length; i++) {
            boolean tie = i > 0 && keys[order[i]] == keys[order[i - 1]];
            fit.add(keys[order[i]], target[chosen[order[i]]], tie);
        }
        fit.pool();
        return fit.line();
    }

    private void add(double score, double positive, boolean tie) {
        if (!tie) {
            pool();
            blocks++;
        }
        rows[blocks - 1]++;
        scores[blocks - 1] += score;
        positives[blocks - 1] += positive;
    }

    private void pool() {
        while (blocks > 1 && share(blocks - 2) >= share(blocks - 1)) {
            blocks--;
            rows[blocks - 1] += rows[blocks];
            scores[blocks - 1] += scores[blocks];
            positives[blocks - 1] += positives[blocks];
            rows[blocks] = 0;
            scores[blocks] = 0;
            positives[blocks] = 0;
        }
    }

    private double share(int block) {
        return positives[block] / rows[block];
    }

    private IsotonicScaling line() {
        double least = 1.0 / (rows.length + 2);
        List<Double> raw = new ArrayList<>();
        List<Double> calibrated = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            raw.add(scores[block] / rows[block]);
            calibrated.add(Math.clamp(share(block), least, 1 - least));
        }
        return new IsotonicScaling(raw, calibrated);
    }
}
