package dev.signalbox.model.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Bootstrap resamples of rows as weights: how often each row was drawn. The same seed gives the same resamples, so
/// two models on the same rows are compared pair by pair. Source: Efron, Bootstrap methods: another look at the
/// jackknife, Annals of Statistics 7, 1979.
final class Resamples {
    private final SplittableRandom random;
    private final int[] weights;

    /// @param rows 1 or more
    /// @param seed of the draws
    Resamples(int rows, long seed) {
        this.random = new SplittableRandom(seed);
        this.weights = new int[rows];
    }

    /// The next resample's weights; the array is overwritten by the next call.
    int[] next() {
        Arrays.fill(weights, 0);
        for (int i = 0; i < weights.length; i++) {
            weights[random.nextInt(weights.length)]++;
        }
        return weights;
    }

    /// Every row once.
    static int[] once(int rows) {
        int[] weights = new int[rows];
        Arrays.fill(weights, 1);
        return weights;
    }
}
