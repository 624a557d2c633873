package dev.signalbox.contract.decision;

/// A dataset in the numbers by which what worked on one is likely to work on another. Source: Feurer,
/// Springenberg and Hutter, Initializing Bayesian hyperparameter optimization via meta-learning, AAAI 2015.
///
/// @param rows 0 or more
/// @param features columns without the target, 0 or more
/// @param classes 0 for a regression
/// @param rarestClassShare 0 to 1; 1 for a regression
public record MetaFeatures(long rows, int features, int classes, double rarestClassShare) {
    /// Of a view's data.
    public static MetaFeatures of(DataFacts data) {
        return new MetaFeatures(data.rows(), data.features(), data.classes(), data.rarestClassShare());
    }

    /// How far apart two datasets are: 0 for the same numbers; factors count, so that a hundred rows more
    /// matter to a hundred and not to a million.
    public double distance(MetaFeatures other) {
        return apart((double) rows, (double) other.rows)
                + apart(features, other.features)
                + apart(classes, other.classes)
                + apart(100 * rarestClassShare, 100 * other.rarestClassShare);
    }

    private static double apart(double one, double other) {
        return Math.abs(Math.log1p(one) - Math.log1p(other));
    }
}
