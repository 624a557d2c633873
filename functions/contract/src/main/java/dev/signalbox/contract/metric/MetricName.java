package dev.signalbox.contract.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A measure of the field. Sources: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning,
/// 2nd edition, chapter 7.
public enum MetricName {
    /// Area under the receiver operating characteristic, 0 to 1; one-against-rest average for several
    /// classes.
    ROC_AUC,
    /// Average precision, 0 to 1; one-against-rest average for several classes.
    PR_AUC,
    /// Mean negative log likelihood in nats, 0 or more.
    LOG_LOSS,
    /// Mean squared error of the positive class's probability, summed over all classes where there are
    /// several, 0 or more.
    BRIER,
    /// Share of rows whose most probable class is right.
    ACCURACY,
    /// Mean over the classes of the share found.
    BALANCED_ACCURACY,
    /// Harmonic mean of precision and recall; macro average for several classes.
    F1,
    /// Root of the mean squared error, in the target's unit.
    RMSE,
    /// Mean absolute error, in the target's unit.
    MAE,
    /// Share of the variance explained; 1 is perfect, below 0 is worse than the mean.
    R2;

    /// Whether a larger value is the better one.
    public boolean higherIsBetter() {
        return switch (this) {
            case ROC_AUC, PR_AUC, ACCURACY, BALANCED_ACCURACY, F1, R2 -> true;
            case LOG_LOSS, BRIER, RMSE, MAE -> false;
        };
    }

    /// How much better `challenger` is than `reference` in this metric's unit; positive means better.
    public double gain(double challenger, double reference) {
        return higherIsBetter() ? challenger - reference : reference - challenger;
    }

    /// The lower-case name that stands in JSON.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
