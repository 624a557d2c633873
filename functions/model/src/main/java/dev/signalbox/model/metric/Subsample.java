package dev.signalbox.model.metric;

import dev.signalbox.model.learn.Predictions;
import java.util.SplittableRandom;

/// Rows drawn without replacement, in their order, where there are too many to resample all of them. Source:
/// Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S.
public final class Subsample {
    private Subsample() {}

    /// Row numbers: all of them, or `limit` drawn by the seed.
    public static int[] of(int rows, int limit, long seed) {
        int[] chosen = new int[Math.min(rows, limit)];
        SplittableRandom random = new SplittableRandom(seed);
        int taken = 0;
        for (int row = 0; taken < chosen.length; row++) {
            if (rows <= limit || random.nextDouble() * (rows - row) < chosen.length - taken) {
                chosen[taken++] = row;
            }
        }
        return chosen;
    }

    /// The predictions of some rows.
    public static Predictions pick(Predictions predictions, int[] rows) {
        int width = predictions.width();
        double[] values = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(predictions.values(), rows[i] * width, values, i * width, width);
        }
        return new Predictions(width, values);
    }

    /// The targets of some rows.
    public static double[] pick(double[] target, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = target[rows[i]];
        }
        return picked;
    }
}
