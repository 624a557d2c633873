package dev.signalbox.model.metric;

import dev.signalbox.model.learn.Predictions;

/// Rows in descending order of a class's probability, sorted once. Rows of equal probability form one step,
/// so ties count half in the area under the ROC curve.
final class RankedScores {
    private final int[] order;
    private final boolean[] positive;
    private final boolean[] lastOfTie;

    RankedScores(Predictions predictions, double[] target, int classCode) {
        double[] keys = new double[target.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = -predictions.at(row, classCode);
        }
        this.order = IndexSort.ascending(keys);
        this.positive = new boolean[order.length];
        this.lastOfTie = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            positive[i] = target[order[i]] == classCode;
            lastOfTie[i] = i + 1 == order.length || keys[order[i]] != keys[order[i + 1]];
        }
    }

    /// The share of pairs of a row of the class and a row of another in which the former has the higher
    /// probability, ties counting half. Source: Mann and Whitney, Annals of Mathematical Statistics 18,
    /// 1947.
    double rocAuc(int[] weights) {
        double area = 0;
        long found = 0;
        long others = 0;
        long foundInTie = 0;
        long falseInTie = 0;
        for (int i = 0; i < order.length; i++) {
            int weight = weights[order[i]];
            if (positive[i]) {
                foundInTie += weight;
            } else {
                falseInTie += weight;
            }
            if (lastOfTie[i]) {
                area += falseInTie * (found + foundInTie / 2.0);
                found += foundInTie;
                others += falseInTie;
                foundInTie = 0;
                falseInTie = 0;
            }
        }
        return area / ((double) found * others);
    }

    /// Average precision: the sum over the distinct thresholds of the recall gained times the precision
    /// there, without interpolation.
    double averagePrecision(int[] weights) {
        double sum = 0;
        long found = 0;
        long named = 0;
        long foundInTie = 0;
        for (int i = 0; i < order.length; i++) {
            int weight = weights[order[i]];
            named += weight;
            foundInTie += positive[i] ? weight : 0;
            if (lastOfTie[i] && foundInTie > 0) {
                found += foundInTie;
                sum += (double) foundInTie * found / named;
                foundInTie = 0;
            }
        }
        return sum / found;
    }
}
