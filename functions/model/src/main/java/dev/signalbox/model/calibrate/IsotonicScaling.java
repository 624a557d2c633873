package dev.signalbox.model.calibrate;

import dev.signalbox.contract.Require;
import dev.signalbox.model.learn.Predictions;
import java.util.Collections;
import java.util.List;

/// A rising broken line from the raw to the calibrated probability of the positive class: the blocks of
/// isotonic regression, joined between their centres so that the order of rows is kept within the range that
/// was seen. Source: Zadrozny and Elkan, Transforming classifier scores into accurate multiclass probability
/// estimates, KDD 2002.
///
/// @param raw ascending probabilities, 1 or more
/// @param calibrated ascending probabilities, as many
public record IsotonicScaling(List<Double> raw, List<Double> calibrated) implements Calibrator {
    public IsotonicScaling {
        raw = Require.listOrEmpty(raw);
        calibrated = Require.listOrEmpty(calibrated);
        Require.that(
                !raw.isEmpty() && raw.size() == calibrated.size(),
                raw.size() + " raw and " + calibrated.size() + " calibrated points; expected as many, one at least");
        Require.that(rises(raw) && rises(calibrated), "the points do not rise; expected ascending probabilities");
    }

    @Override
    public Predictions apply(Predictions predictions) {
        double[] values = new double[predictions.values().length];
        for (int row = 0; row < predictions.rows(); row++) {
            double p = at(predictions.at(row, 1));
            values[2 * row] = 1 - p;
            values[2 * row + 1] = p;
        }
        return new Predictions(2, values);
    }

    /// The calibrated value of a raw probability; beyond the ends that of the end.
    double at(double probability) {
        int found = Collections.binarySearch(raw, probability);
        if (found >= 0) {
            return calibrated.get(found);
        }
        int above = -found - 1;
        if (above == 0) {
            return calibrated.getFirst();
        }
        if (above == raw.size()) {
            return calibrated.getLast();
        }
        double low = raw.get(above - 1);
        double share = (probability - low) / (raw.get(above) - low);
        double from = calibrated.get(above - 1);
        return from + share * (calibrated.get(above) - from);
    }

    private static boolean rises(List<Double> values) {
        for (int i = 1; i < values.size(); i++) {
            if (!(values.get(i - 1) <= values.get(i))) {
                return false;
            }
        }
        return true;
    }
}
