package dev.signalbox.model.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Bootstrap resamples of rows as weights: how often each row was drawn. The same seed gives the same resamples, so
/// two models on the same rows are compared pair by pair. Source: Efron, Bootstrap methods: another look at the
/// jackknife, Annals of Statistics 7, 1979.
final class Resamples {
    private static final int MOST = 1_000;
    private static final int LEAST = 200;
    private static final int DRAWS = 1_000_000;

    private final SplittableRandom random;
    private final int[] weights;
    private final int count;

    /// @param rows 1 or more
    /// @param seed of the draws
    Resamples(int rows, long seed) {
        this.random = new SplittableRandom(seed);
        this.weights = new int[rows];
        this.count = Math.clamp(DRAWS / Math.max(1, rows), LEAST, MOST);
    }

    /// How many: 1,000 for up to 1,000 rows, then fewer so that the draws stay at a million, and never below 200.
    int count() {
        return count;
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
