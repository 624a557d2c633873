package dev.signalbox.model.metric;

/// A measure of fixed predictions in which each row counts as often as its weight says: weights of a
/// resample are how often it drew the row, weights of 1 give the measure itself.
@FunctionalInterface
public interface WeightedMetric {
    /// The measure; NaN where it is not defined, such as a ROC AUC of one class.
    ///
    /// @param weights one a row, 0 or more
    double value(int[] weights);
}
