package dev.signalbox.model.metric;

import java.util.Arrays;

/// Bootstrap resamples of rows as weights: how often each row was drawn. The same seed gives the same
/// resamples, so two models on the same rows are compared pair by pair. Drawn once and used for every
/// candidate. Sources: Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7,
/// 1979; SplitMix64 of Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014,
/// made inline since a million draws would otherwise be most of the cost of an interval.
final class Resamples {
    private static final long STEP = 0x9e3779b97f4a7c15L;
    private final int[][] weights;

    /// @param rows 1 or more
    /// @param count how many resamples
    /// @param seed of the draws
    Resamples(int rows, int count, long seed) {
        this.weights = new int[count][rows];
        long state = mixed(seed);
        for (int[] drawn : weights) {
            for (int i = 0; i < rows; i++) {
                state += STEP;
                drawn[(int) (((mixed(state) >>> 32) * rows) >>> 32)]++;
            }
        }
    }

    /// How many.
    int count() {
        return weights.length;
    }

    /// The weights of a resample, one a row; read only.
    int[] weights(int resample) {
        return weights[resample];
    }

    /// Every row once.
    static int[] once(int rows) {
        int[] weights = new int[rows];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static long mixed(long state) {
        long a = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
