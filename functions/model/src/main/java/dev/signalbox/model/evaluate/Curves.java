package dev.signalbox.model.evaluate;

import dev.signalbox.contract.evaluation.CurvePoint;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.IndexSort;
import dev.signalbox.model.metric.Subsample;
import java.util.ArrayList;
import java.util.List;

/// Points of plots, thinned evenly with both ends kept.
final class Curves {
    private static final int MOST_POINTS = 200;
    private static final int MOST_RESIDUALS = 500;

    private Curves() {}

    /// False against true positive rate by falling threshold, from (0, 0) to (1, 1); empty where a class has
    /// no rows.
    static List<CurvePoint> roc(Predictions predictions, double[] target) {
        List<Step> steps = steps(predictions, target);
        Step all = steps.getLast();
        long negatives = all.rows() - all.found();
        if (all.found() == 0 || negatives == 0) {
            return List.of();
        }
        return thinned(steps.stream()
                .map(step -> new CurvePoint(
                        (double) (step.rows() - step.found()) / negatives, (double) step.found() / all.found()))
                .toList());
    }

    /// Recall against precision by falling threshold; begins at (0, 1) as scikit-learn's does. Empty where
    /// no row is positive.
    static List<CurvePoint> precisionRecall(Predictions predictions, double[] target) {
        List<Step> steps = steps(predictions, target);
        long positives = steps.getLast().found();
        if (positives == 0) {
            return List.of();
        }
        return thinned(steps.stream()
                .map(step -> new CurvePoint(
                        (double) step.found() / positives, step.rows() == 0 ? 1 : (double) step.found() / step.rows()))
                .toList());
    }

    /// Prediction against actual value of the same rows for the same seed.
    static List<CurvePoint> residuals(Predictions predictions, double[] target, long seed) {
        List<CurvePoint> points = new ArrayList<>();
        for (int row : Subsample.of(target.length, MOST_RESIDUALS, seed)) {
            points.add(new CurvePoint(predictions.at(row, 0), target[row]));
        }
        return points;
    }

    private static List<Step> steps(Predictions predictions, double[] target) {
        double[] keys = new double[target.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = -predictions.at(row, 1);
        }
        int[] order = IndexSort.ascending(keys);
        List<Step> steps = new ArrayList<>(List.of(new Step(0, 0)));
        long found = 0;
        for (int i = 0; i < order.length; i++) {
            found += target[order[i]] == 1 ? 1 : 0;
            if (i + 1 == order.length || keys[order[i]] != keys[order[i + 1]]) {
                steps.add(new Step(i + 1L, found));
            }
        }
        return steps;
    }

    private static List<CurvePoint> thinned(List<CurvePoint> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        List<CurvePoint> chosen = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            chosen.add(points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1))));
        }
        return chosen;
    }

    /// @param rows above a threshold
    /// @param found positive rows among them
    private record Step(long rows, long found) {}
}
