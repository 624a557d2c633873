package dev.signalbox.model.evaluate;

import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Subsample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Errors of candidates on the same rows, 10,000 at most: candidates whose errors differ are worth blending.
///
/// The error is the distance to the actual value; for two classes that of the positive class's probability
/// to 1 or 0; for more the probability that the actual class lacks.
final class ErrorVectors {
    private static final int MOST_ROWS = 10_000;
    private final Map<String, double[]> errors = new LinkedHashMap<>();
    private final double[] target;
    private final int[] rows;
    private final int classCount;

    ErrorVectors(double[] target, int classCount, long seed) {
        this.target = target;
        this.classCount = classCount;
        this.rows = Subsample.of(target.length, MOST_ROWS, seed);
    }

    void add(String candidateId, Predictions predictions) {
        double[] vector = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            vector[i] = error(predictions, rows[i]);
        }
        errors.put(candidateId, centered(vector));
    }

    /// Correlations with the other candidates, -1 to 1; 0 where a candidate's errors are all the same.
    SortedMap<String, Double> correlations(String candidateId, Iterable<String> others) {
        SortedMap<String, Double> correlations = new TreeMap<>();
        double[] mine = errors.getOrDefault(candidateId, new double[rows.length]);
        for (String other : others) {
            double[] theirs = errors.get(other);
            if (theirs != null && !other.equals(candidateId)) {
                correlations.put(other, Math.clamp(product(mine, theirs), -1, 1));
            }
        }
        return correlations;
    }

    private double error(Predictions predictions, int row) {
        if (classCount == 0) {
            return predictions.at(row, 0) - target[row];
        }
        return classCount == 2 ? predictions.at(row, 1) - target[row] : 1 - predictions.at(row, (int) target[row]);
    }

    /// Of mean 0 and length 1, so that a product of two is their correlation.
    private static double[] centered(double[] vector) {
        double sum = 0;
        for (double error : vector) {
            sum += error;
        }
        double mean = sum / Math.max(1, vector.length);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= mean;
        }
        double length = Math.sqrt(product(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = length > 0 ? vector[i] / length : 0;
        }
        return vector;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
