package dev.signalbox.model.evaluate;

import dev.signalbox.contract.evaluation.CalibrationBin;
import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.IndexSort;
import java.util.ArrayList;
import java.util.List;

/// Whether probabilities mean what they say: of the positive class for two classes, of the most probable one
/// for more.
///
/// Bins hold equally many rows, 20 at least and ten bins at most, since bins of equal width are mostly empty
/// and their noise passes for miscalibration. Source: Nixon and others, Measuring calibration in deep
/// learning, CVPR workshops 2019 (adaptive calibration error).
public final class Calibration {
    private static final int MOST_BINS = 10;
    private static final int LEAST_BIN_ROWS = 20;

    private Calibration() {}

    /// Bins by ascending probability; rows of equal probability share a bin.
    public static List<CalibrationBin> bins(Predictions predictions, double[] target) {
        int[] most = predictions.mostProbable();
        boolean binary = predictions.width() == 2;
        double[] probabilities = new double[target.length];
        for (int row = 0; row < target.length; row++) {
            probabilities[row] = predictions.at(row, binary ? 1 : most[row]);
        }
        int[] order = IndexSort.ascending(probabilities);
        int bins = Math.clamp(target.length / LEAST_BIN_ROWS, 1, MOST_BINS);
        List<CalibrationBin> found = new ArrayList<>();
        int start = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int end = endOfTie(probabilities, order, (int) ((long) bin * order.length / bins));
            double predicted = 0;
            long observed = 0;
            for (int i = start; i < end; i++) {
                int row = order[i];
                predicted += probabilities[row];
                observed += target[row] == (binary ? 1 : most[row]) ? 1 : 0;
            }
            if (end > start) {
                int rows = end - start;
                found.add(new CalibrationBin(predicted / rows, (double) observed / rows, rows));
            }
            start = Math.max(start, end);
        }
        return found;
    }

    /// Expected calibration error: the mean distance of predicted and observed, weighted by rows; 0 for no
    /// bins.
    public static double error(List<CalibrationBin> bins) {
        double sum = 0;
        long rows = 0;
        for (CalibrationBin bin : bins) {
            sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
            rows += bin.rows();
        }
        return rows == 0 ? 0 : sum / rows;
    }

    private static int endOfTie(double[] probabilities, int[] order, int end) {
        int last = end;
        while (last > 0 && last < order.length && probabilities[order[last]] == probabilities[order[last - 1]]) {
            last++;
        }
        return last;
    }
}
