package dev.signalbox.model.calibrate;

import dev.signalbox.model.learn.Predictions;
import dev.signalbox.model.metric.Subsample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether calibration helps on rows that the calibrator did not see.
final class CrossFit {
    private static final int LEAST_ROWS = 40;
    private static final int LEAST_CLASS_ROWS = Folds.COUNT;
    private static final int LEAST_ISOTONIC_ROWS = 1_000;
    /// The 95 percent quantile of the normal distribution.
    private static final double CONFIDENT = 1.645;

    private final Predictions raw;
    private final double[] target;
    private final int classCount;
    private final long seed;

    CrossFit(Predictions raw, double[] target, int classCount, long seed) {
        this.raw = raw;
        this.target = target;
        this.classCount = classCount;
        this.seed = seed;
    }

    Optional<Calibrated> best() {
        if (target.length < LEAST_ROWS || leastClassRows() < LEAST_CLASS_ROWS) {
            return Optional.empty();
        }
        Folds folds = new Folds(target, classCount, seed);
        double[] before = losses(raw);
        Optional<Calibrated> best = Optional.empty();
        for (Fit fit : fits()) {
            Optional<Calibrated> calibrated = crossFit(fit, folds, before);
            if (calibrated.isPresent()
                    && (best.isEmpty()
                            || calibrated.get().lossAfterNats() < best.get().lossAfterNats())) {
                best = calibrated;
            }
        }
        return best;
    }

    private List<Fit> fits() {
        Fit platt = rows -> new PlattFit(raw, target, rows).fit().map(Calibrator.class::cast);
        Fit isotonic = rows -> Optional.of(IsotonicFit.fit(raw, target, rows));
        Fit temperature = rows -> Optional.of(TemperatureFit.fit(raw, target, rows));
        if (classCount > 2) {
            return List.of(temperature);
        }
        return target.length < LEAST_ISOTONIC_ROWS ? List.of(platt) : List.of(platt, isotonic);
    }

    private Optional<Calibrated> crossFit(Fit fit, Folds folds, double[] before) {
        double[] values = new double[raw.values().length];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int[] inside = folds.inside(fold);
            Optional<Calibrator> calibrator = fit.fit(folds.outside(fold));
            if (calibrator.isEmpty()) {
                return Optional.empty();
            }
            place(calibrator.get().apply(Subsample.pick(raw, inside)), inside, values);
        }
        Predictions crossFitted = new Predictions(classCount, values);
        double[] after = losses(crossFitted);
        if (!helps(before, after)) {
            return Optional.empty();
        }
        return fit.fit(folds.all())
                .map(calibrator -> new Calibrated(calibrator, crossFitted, mean(before), mean(after)));
    }

    private void place(Predictions calibrated, int[] rows, double[] values) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(calibrated.values(), i * classCount, values, rows[i] * classCount, classCount);
        }
    }

    private static boolean helps(double[] before, double[] after) {
        double[] gains = new double[before.length];
        for (int row = 0; row < gains.length; row++) {
            gains[row] = before[row] - after[row];
        }
        double mean = mean(gains);
        double squares = 0;
        for (double gain : gains) {
            squares += (gain - mean) * (gain - mean);
        }
        double standardError = Math.sqrt(squares / (gains.length - 1.0) / gains.length);
        return mean > 0 && mean > CONFIDENT * standardError && mean(after) < mean(before);
    }

    private double[] losses(Predictions predictions) {
        double[] losses = new double[target.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = -TemperatureScaling.logarithm(predictions, row, (int) target[row]);
        }
        return losses;
    }

    private int leastClassRows() {
        int[] rows = new int[classCount];
        for (double code : target) {
            rows[(int) code]++;
        }
        return Arrays.stream(rows).min().orElse(0);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /// Learns a calibrator from some rows; empty where they do not allow it.
    @FunctionalInterface
    private interface Fit {
        Optional<Calibrator> fit(int[] rows);
    }
}
