package dev.signalbox.model.blend;

import dev.signalbox.model.learn.Predictions;
import java.util.List;

/// The mean of predictions for the same rows.
final class WeightedMean {
    private WeightedMean() {}

    /// @param weights one for each of the predictions; those with 0 are left out
    static Predictions of(List<Predictions> predictions, double[] weights) {
        Predictions first = predictions.getFirst();
        double[] sum = new double[first.values().length];
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                double[] values = predictions.get(i).values();
                for (int at = 0; at < sum.length; at++) {
                    sum[at] += weights[i] * values[at];
                }
            }
        }
        return new Predictions(first.width(), sum);
    }
}
