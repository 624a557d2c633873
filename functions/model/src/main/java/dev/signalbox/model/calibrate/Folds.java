package dev.signalbox.model.calibrate;

import dev.signalbox.model.metric.IndexSort;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Five folds with nearly equal shares of each class.
final class Folds {
    static final int COUNT = 5;
    private static final int MOST_FIT_ROWS = 20_000;
    private final int[] foldOf;

    Folds(double[] target, int classCount, long seed) {
        this.foldOf = new int[target.length];
        SplittableRandom random = new SplittableRandom(seed);
        double[] keys = new double[target.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = random.nextDouble();
        }
        int[] next = new int[classCount];
        for (int row : IndexSort.ascending(keys)) {
            int k = (int) target[row];
            // Each class starts at a fold of its own, or small classes would all lack the last folds.
            foldOf[row] = (next[k]++ + k) % COUNT;
        }
    }

    /// Row numbers of a fold.
    int[] inside(int fold) {
        return rows(fold, true);
    }

    /// Row numbers of the other folds, evenly thinned where there are too many.
    int[] outside(int fold) {
        return thinned(rows(fold, false));
    }

    /// All row numbers, evenly thinned where there are too many.
    int[] all() {
        return outside(-1);
    }

    private int[] rows(int fold, boolean inside) {
        int[] rows = new int[foldOf.length];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if ((foldOf[row] == fold) == inside) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static int[] thinned(int[] rows) {
        if (rows.length <= MOST_FIT_ROWS) {
            return rows;
        }
        int[] chosen = new int[MOST_FIT_ROWS];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = rows[(int) ((long) i * rows.length / chosen.length)];
        }
        return chosen;
    }
}
